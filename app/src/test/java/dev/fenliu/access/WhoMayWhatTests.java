package dev.fenliu.access;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fenliu.access.WhoMayWhat.Part;
import dev.fenliu.access.WhoMayWhat.Row;
import dev.fenliu.app.FenliuTest;
import dev.fenliu.webchat.Surfer;
import dev.fenliu.webchat.Surfer.Answer;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Every route is tried by everybody, and answers as the table says. */
@FenliuTest
class WhoMayWhatTests {
    private static final WhoMayWhat TABLE = WhoMayWhat.read();

    @Autowired
    Premises premises;

    @Autowired
    List<RequestMappingInfoHandlerMapping> mappings;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private Routes routes;

    @BeforeEach
    void open() {
        premises.at(port);
        routes = Routes.of(mappings);
    }

    @Test
    void everyRouteStandsInTheTableOnceAndNothingElseDoes() {
        var written = Stream.of(TABLE.people(), TABLE.programs())
                .flatMap(part -> part.rows().stream())
                .map(Row::route)
                .toList();

        assertThat(written).doesNotHaveDuplicates();
        assertThat(routes.all())
                .filteredOn(route -> !written.contains(route))
                .as("not in the table")
                .isEmpty();
        assertThat(written)
                .filteredOn(route -> !routes.all().contains(route))
                .as("no route any more")
                .isEmpty();
    }

    @Test
    void peopleAreAdmittedWhereTheTableSaysSo() {
        var surfers = TABLE.people().who().stream().collect(toMap(who -> who, premises::surfer));

        compare(TABLE.people(), (row, who) -> asPerson(row, who, requireNonNull(surfers.get(who))));
    }

    @Test
    void programsAreAdmittedWhereTheTableSaysSo() {
        var tokens = TABLE.programs().who().stream().collect(toMap(who -> who, premises::token));
        var browser = premises.surfer("main");
        var program = new Surfer(port);

        compare(TABLE.programs(), (row, who) -> {
            var headers = new HashMap<>(Map.of("Content-Type", "application/json"));
            var token = requireNonNull(tokens.get(who));
            if (!token.isEmpty()) headers.put("Authorization", "Bearer " + token);
            var from = who.equals("cookie") ? browser : program;
            return mark(
                    row,
                    from.ask(
                            row.method(),
                            premises.address(row, admits(row, who)),
                            headers,
                            premises.filled(row.sent(), who)));
        });
    }

    @Test
    void noFormIsTakenWithoutItsToken() {
        var main = premises.surfer("main");

        var taken = new ArrayList<String>();
        for (var row : TABLE.people().rows()) {
            if (row.looks()) continue;
            for (var headers : kinds(row)) {
                var answer = main.askWithoutToken(
                        row.method(), premises.address(row, false), headers, premises.filled(row.sent(), "main"));
                if (answer.status() != 403) taken.add(row.route() + " " + answer.status());
            }
        }

        assertThat(taken).isEmpty();
    }

    @Test
    void lookingChangesNothing() {
        for (var who : List.of("main", "chat")) {
            var surfer = premises.surfer(who);
            await().until(() -> contents().equals(contents()));
            var before = contents();

            for (var row : TABLE.people().rows()) {
                // Whoever listens to a stream sits at a desk.
                if (row.looks() && !routes.streams().contains(row.route())) asPerson(row, who, surfer);
            }

            assertThat(contents()).isEqualTo(before);
        }
    }

    private static boolean admits(Row row, String who) {
        var part = row.path().startsWith("/api/v1") ? TABLE.programs() : TABLE.people();
        return !row.looks() && row.answers().get(part.who().indexOf(who)).equals("ok");
    }

    private void compare(Part part, BiFunction<Row, String, String> ask) {
        var cells = 0;
        var wrong = new ArrayList<String>();
        try (var everybody = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var row : part.rows()) {
                var answers = part.who().stream()
                        .map(who -> everybody.submit(() -> ask.apply(row, who)))
                        .toList();
                for (var i = 0; i < answers.size(); i++) {
                    var answer = answers.get(i).get();
                    var right = row.answers().get(i);
                    if (!answer.equals(right)) {
                        wrong.add(row.route() + ": " + part.who().get(i) + " " + right + ", but was " + answer);
                    }
                    cells++;
                }
            }
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
        System.out.println("Who may what: " + part.rows().size() + " routes, " + cells + " answers");
        assertThat(wrong).isEmpty();
    }

    /** The same to a browser without scripts as to a part of a page. */
    private String asPerson(Row row, String who, Surfer surfer) {
        return kinds(row).stream()
                .map(headers -> asPerson(row, who, surfer, headers))
                .distinct()
                .collect(joining("+"));
    }

    private String asPerson(Row row, String who, Surfer surfer, Map<String, String> headers) {
        var sent = premises.filled(row.sent(), who);
        var address = premises.address(row, admits(row, who)) + (row.looks() ? sent : "");
        if (routes.streams().contains(row.route())) {
            try (var stream = surfer.follow(address)) {
                return mark(row, stream.status(), "");
            }
        }
        return mark(row, surfer.ask(row.method(), address, headers, row.looks() ? "" : sent));
    }

    private List<Map<String, String>> kinds(Row row) {
        var type = row.sent().startsWith("{") ? "application/json" : "application/x-www-form-urlencoded";
        var page = Map.of("Accept", "text/html", "Content-Type", type);
        var part = Map.of("HX-Request", "true", "Content-Type", type);
        return routes.parts().contains(row.route()) ? List.of(page, part) : List.of(page);
    }

    private static String mark(Row row, Answer answer) {
        return mark(row, answer.status(), answer.headers().getOrDefault("location", ""));
    }

    private static String mark(Row row, int status, String location) {
        return switch (status) {
            case 302, 303, 307 -> leadsToSignIn(URI.create(location)) ? "login" : "ok";
            // Admitted, but it has no page to show, or too often.
            case 200, 201, 202, 204, 406, 409, 422, 429 -> "ok";
            case 401 -> refused(row);
            default -> String.valueOf(status);
        };
    }

    // A passkey that nobody knows is refused by the sign-in itself.
    private static String refused(Row row) {
        if (row.path().startsWith("/api/")) return "401";
        return row.path().startsWith("/login") ? "ok" : "login";
    }

    private static boolean leadsToSignIn(URI location) {
        return location.getPath().equals("/login") && location.getQuery() == null;
    }

    /** A print of everything that the enterprise has in the database. */
    private Map<String, String> contents() {
        var contents = new HashMap<String, String>();
        jdbc.sql("""
                        select table_name, group_concat(concat('`', column_name, '`')) from information_schema.columns
                        where table_schema = database()
                            -- When a sign-in or a token was last used is written down now and then.
                            and column_name not in ('used_at', 'last_used_at')
                        group by table_name
                        having sum(column_name = 'enterprise_id') > 0
                        """)
                .query((row, _) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .forEach(table -> contents.put(table.getKey(), print(table.getKey(), table.getValue())));
        return contents;
    }

    private String print(String table, String columns) {
        return jdbc.sql(
                        "select concat(count(*), ' ', coalesce(bit_xor(crc32(concat_ws('|', %s))), 0)) from %s where enterprise_id = ?"
                                .formatted(columns, table))
                .param(premises.enterprise())
                .query(String.class)
                .single();
    }
}
