package dev.fenliu.architecture;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The tables that the migrations make, and what else they name.
 *
 * @param sharedByEnterprises the tables with rows of several enterprises
 */
record Migrations(List<Table> tables, Set<String> sharedByEnterprises) {
    private static final Pattern NAMED = Pattern.compile(
            "(?i)\\b(create table(?: if not exists)?|references|alter table|insert into)\\s+`?(\\w+)`?");
    private static final Pattern SHARED =
            Pattern.compile("(?is)create table (\\w+) \\([^;]*?\\n\\s+enterprise_id\\b[^;]*;");
    private static final String APP_TABLES = "app_";

    /** A table named in a migration of a module, or of app. */
    record Table(String module, String file, String verb, String name) {
        boolean isMade() {
            return verb.toLowerCase(Locale.ROOT).startsWith("create");
        }

        boolean bears(String prefix) {
            return name.startsWith(prefix);
        }
    }

    static Migrations of(Ground ground) {
        var files = Stream.concat(ground.line().stream().map(Module::name), Stream.of(Ground.APP))
                .flatMap(module -> scripts(ground, module))
                .toList();
        var tables = files.stream().flatMap(Migrations::tables).toList();
        var shared = files.stream()
                .flatMap(script -> SHARED.matcher(script.text()).results())
                .map(found -> found.group(1))
                .collect(toSet());
        return new Migrations(tables, shared);
    }

    private static Stream<Script> scripts(Ground ground, String module) {
        var home = module.equals(Ground.APP) ? module : "modules/" + module;
        return ground.tree().files(home + "/src/main/resources/db/migration/" + module, ".sql").entrySet().stream()
                .map(file -> new Script(module, file.getKey(), Tree.read(file.getValue())));
    }

    private static Stream<Table> tables(Script script) {
        return NAMED.matcher(script.text())
                .results()
                .map(found -> new Table(script.module(), script.file(), found.group(1), found.group(2)));
    }

    private record Script(String module, String file, String text) {}

    static String prefix(Ground ground, String module) {
        return ground.module(module).map(Module::tables).orElse(APP_TABLES);
    }

    /** The module that makes each table, by the table's name. */
    Map<String, String> owners() {
        return tables.stream().filter(Table::isMade).collect(toMap(Table::name, Table::module, (one, other) -> one));
    }
}
