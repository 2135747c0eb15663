package dev.fenliu.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.fenliu.architecture.Layer.APP;
import static dev.fenliu.architecture.Layer.APPLICATION;
import static dev.fenliu.architecture.Layer.PERSISTENCE;
import static dev.fenliu.architecture.Things.condition;
import static dev.fenliu.architecture.Things.every;

import com.tngtech.archunit.lang.ArchRule;
import dev.fenliu.architecture.Constants.Constant;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Who opens transactions, who speaks SQL, and of which tables. */
final class TransactionRules {
    /** The parts of composition that have tables of their own or look at the database itself. */
    private static final Set<String> PARTS_WITH_SQL = Set.of("database", "time", "ids");

    private static final Pattern STATEMENT =
            Pattern.compile("(?i)^\\s*(select\\s|insert\\s+into|update\\s|delete\\s+from|with\\s|replace\\s+into)");
    /** An insert names the enterprise among its columns, everything else in what it looks for, if only by its code. */
    private static final Pattern NARROWED = Pattern.compile(
            "(?is)\\bwhere\\b.*\\benterprise(_id)?\\b|\\baccount_enterprise\\b|^\\s*insert.*\\benterprise_id\\b|of every enterprise");

    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]*");

    private TransactionRules() {}

    static ArchRule onlyUseCasesOpenTransactions(Ground ground) {
        return noClasses()
                .that(ground.outside(APPLICATION, APP))
                .should()
                .dependOnClassesThat(belongToAnyOf(
                        Transactional.class,
                        TransactionOperations.class,
                        TransactionTemplate.class,
                        PlatformTransactionManager.class))
                .because("one use case is one transaction; a listener in an adapter must not open or join one "
                        + "(decisions/0005)");
    }

    static ArchRule sqlStaysInPersistence(Ground ground) {
        return noClasses()
                .that(describe(
                        "reside outside persistence and app's database, time and ids",
                        type -> !ground.isIn(type, PERSISTENCE)
                                && PARTS_WITH_SQL.stream()
                                        .noneMatch(part -> (type.getPackageName() + ".")
                                                .startsWith(ground.base() + ".app." + part + "."))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..")
                .because("a query is read, tuned and searched for in one place of each module (decisions/0003)");
    }

    static ArchRule noForeignTables(Ground ground) {
        var owners = Migrations.of(ground).owners();
        return every("strings in classes", Constants.in(ground))
                .should(condition(
                        "name no table of another module",
                        constant -> WORD.matcher(constant.value())
                                .results()
                                .map(MatchResult::group)
                                .distinct()
                                .filter(word -> !owners.getOrDefault(
                                                word, constant.place().module())
                                        .equals(constant.place().module()))
                                .map(word -> constant + " names " + word + ", a table of " + owners.get(word))))
                .because("no join crosses modules: each can move to a database of its own, and only its own SQL has to "
                        + "follow its tables");
    }

    static ArchRule queriesCarryTheEnterprise(Ground ground) {
        var shared = Migrations.of(ground).sharedByEnterprises();
        var strings = Constants.in(ground);
        return every(
                        "statements",
                        strings.stream().filter(it -> isStatement(it, strings)).toList())
                .should(condition(
                        "ask for one enterprise, or say that they mean all of them",
                        statement -> WORD.matcher(statement.value())
                                .results()
                                .map(MatchResult::group)
                                .filter(shared::contains)
                                .distinct()
                                .filter(table ->
                                        !NARROWED.matcher(statement.value()).find())
                                .map(table -> statement + " asks " + table + " for whatever enterprise")))
                .because("what one enterprise may not see is absent: an id from elsewhere finds nothing, whoever asks; "
                        + "the few that mean all carry the comment /* of every enterprise */");
    }

    /** Not what only begins a longer one. */
    private static boolean isStatement(Constant constant, List<Constant> others) {
        return STATEMENT.matcher(constant.value()).find()
                && others.stream()
                        .noneMatch(other -> other.type().equals(constant.type())
                                && other.value().length() > constant.value().length()
                                && other.value().startsWith(constant.value()));
    }

    static ArchRule tablesBearTheirModulesPrefix(Ground ground) {
        return every("tables that migrations name", Migrations.of(ground).tables())
                .should(condition(
                        "bear the prefix of their module",
                        table -> Stream.of(table)
                                .filter(it -> !it.bears(Migrations.prefix(ground, it.module())))
                                .map(it -> it.name() + " after \"" + it.verb() + "\" in " + it.file() + " of "
                                        + it.module())))
                .because("the prefix says whose a table is, and no foreign key crosses modules");
    }
}
