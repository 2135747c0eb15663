package dev.fenliu.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.Locale;
import java.util.function.Function;

/** The rules of the house. Each is written for any {@link Ground}, so that it can be seen to refuse its planted fault. */
public enum Rule {
    MODULES_LOOK_LEFT(ArrowRules::modulesLookLeft),
    ONLY_ROOTS_ARE_OPEN(ArrowRules::onlyRootsAreOpen),
    DEPENDENCY_LISTS_LOOK_LEFT(PomRules::dependencyListsLookLeft),
    EVERY_PACKAGE_IS_KNOWN(ArrowRules::everyPackageIsKnown),
    CALLS_FLOW_INWARDS(ArrowRules::callsFlowInwards),
    THE_INSIDE_IS_PLAIN_JAVA(ArrowRules::theInsideIsPlainJava),
    USE_CASES_KNOW_NO_TECHNOLOGY(ArrowRules::useCasesKnowNoTechnology),
    ADAPTERS_ENTER_THROUGH_USE_CASES(ArrowRules::adaptersEnterThroughUseCases),
    ADAPTERS_ARE_INVISIBLE(ArrowRules::adaptersAreInvisible),
    NO_CYCLES(ArrowRules::noCycles),

    ONLY_USE_CASES_OPEN_TRANSACTIONS(TransactionRules::onlyUseCasesOpenTransactions),
    SQL_STAYS_IN_PERSISTENCE(TransactionRules::sqlStaysInPersistence),
    NO_FOREIGN_TABLES(TransactionRules::noForeignTables),
    QUERIES_CARRY_THE_ENTERPRISE(TransactionRules::queriesCarryTheEnterprise),
    TABLES_BEAR_THEIR_MODULES_PREFIX(TransactionRules::tablesBearTheirModulesPrefix),

    TRUTH_IS_HEARD_IN_THE_SPEAKERS_TRANSACTION(ListenerRules::truthIsHeardInTheSpeakersTransaction),
    TRUTH_IS_HEARD_IN_ORDER(ListenerRules::truthIsHeardInOrder),
    LISTENERS_KNOW_THEIR_PLACE(ListenerRules::listenersKnowTheirPlace),
    WHAT_MUST_HAPPEN_IS_A_REGISTRY_LISTENER_OF_A_USE_CASE(ListenerRules::whatMustHappenIsARegistryListenerOfAUseCase),
    NOBODY_LISTENS_AFTER_THE_COMMIT_BY_ANNOTATION(ListenerRules::nobodyListensAfterTheCommitByAnnotation),
    SCREENS_ARE_TOLD_AFTER_THE_COMMIT(ListenerRules::screensAreToldAfterTheCommit),
    SCREENS_HEAR_THE_LAST_WORD(ListenerRules::screensHearTheLastWord),

    NOBODY_ASKS_THE_MACHINE_FOR_THE_TIME(TimeRules::nobodyAsksTheMachineForTheTime),
    THE_INSIDE_IS_TOLD_THE_TIME(TimeRules::theInsideIsToldTheTime),

    HANDLERS_NAME_THEIR_VERB(WebRules::handlersNameTheirVerb),
    READING_CHANGES_NOTHING(WebRules::readingChangesNothing),
    THE_API_KNOWS_WHO_ASKS(WebRules::theApiKnowsWhoAsks),

    EVERY_VIEW_EXISTS(ViewRules::everyViewExists),
    PAGES_ANSWER_WITH_VIEWS(ViewRules::pagesAnswerWithViews),
    MODULES_RENDER_THEIR_OWN(ViewRules::modulesRenderTheirOwn),
    EVERY_FRAGMENT_EXISTS(TemplateRules::everyFragmentExists),
    FRAGMENTS_COME_FROM_THEIR_OWN_OR_THE_KIT(TemplateRules::fragmentsComeFromTheirOwnOrTheKit),
    TEMPLATES_KEEP_THE_CONTENT_POLICY(TemplateRules::templatesKeepTheContentPolicy),
    UNSAFE_REQUESTS_COME_FROM_FORMS(TemplateRules::unsafeRequestsComeFromForms),
    EVERY_ICON_EXISTS(TemplateRules::everyIconExists),

    EVERY_WORD_OF_A_TEMPLATE_EXISTS(WordRules::everyWordOfATemplateExists),
    EVERY_REFUSAL_HAS_A_SENTENCE(WordRules::everyRefusalHasASentence),
    WHAT_IS_THROWN_IS_A_REFUSAL(WordRules::whatIsThrownIsARefusal),

    CATALOGUES_OF_EVENTS_ARE_SEALED(StyleRules::cataloguesOfEventsAreSealed),
    EVERY_PACKAGE_IS_NULL_MARKED(StyleRules::everyPackageIsNullMarked),
    ROWS_ARE_READ_WHOLE(StyleRules::rowsAreReadWhole),
    NOTHING_IS_INJECTED_INTO_FIELDS(StyleRules::nothingIsInjectedIntoFields),
    OPTIONAL_IS_ONLY_RETURNED(StyleRules::optionalIsOnlyReturned),
    SETTINGS_ARE_HIDDEN_RECORDS(StyleRules::settingsAreHiddenRecords),
    PUBLIC_TYPES_SAY_WHAT_THEY_ARE(StyleRules::publicTypesSayWhatTheyAre);

    @SuppressWarnings("ImmutableEnumChecker") // references to static methods hold nothing that could change
    private final Function<Ground, ArchRule> written;

    Rule(Function<Ground, ArchRule> written) {
        this.written = written;
    }

    ArchRule on(Ground ground) {
        return written.apply(ground);
    }

    /** Such as "calls flow inwards". */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
