package dev.fenliu.app.database;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fenliu.app.FenliuTest;
import dev.fenliu.scenarios.Api;
import dev.fenliu.webchat.Surfer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An import of members goes on after the program was killed in the middle of it. */
class KilledImportTests {
    private static final DataDirectory DIRECTORY = EmbeddedDatabaseTests.DIRECTORY;
    private static final int MEMBERS = 800;
    private static final Pattern DONE = Pattern.compile("<progress[^>]*\\bvalue=\"(\\d+)\"");
    private static final Pattern STATE = Pattern.compile("id=\"import\"[^>]*data-state=\"(\\w+)\"");

    private ChildProgram program;
    private int port;

    @BeforeEach
    void start() throws IOException {
        DIRECTORY.create();
        FreshDatabase.clear(DIRECTORY);
        run();
    }

    @AfterEach
    void stop() throws IOException {
        program.close();
        FreshDatabase.clear(DIRECTORY);
    }

    @Test
    void everyMemberIsCreatedOnceAndHasTheirPassword() throws Exception {
        var before = members().size();
        var main = Surfer.signedIn(port, "demo:main");
        var path = upload(main);
        assertThat(main.submit(path + "/start", Map.of()).status()).isEqualTo(302);
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> done(main, path) > 0);

        program.close();
        run();

        var again = Surfer.signedIn(port, "demo:main");
        var left = members().size() - before;
        assertThat(left).as("it was killed in the middle").isBetween(1, MEMBERS - 1);
        await().atMost(Duration.ofSeconds(120)).until(() -> state(again, path).equals("DONE"));
        var logins = members();
        assertThat(logins).doesNotHaveDuplicates().hasSize(before + MEMBERS);
        var passwords =
                again.submit(path + "/passwords", Map.of()).body().lines().toList();
        assertThat(passwords).hasSize(1 + MEMBERS);
        for (var line : List.of(1, MEMBERS)) {
            var fields = passwords.get(line).split(",", -1);
            var member = new Surfer(port);
            member.get("/login");
            assertThat(member.submit("/login", Map.of("username", fields[1], "password", fields[4]))
                            .status())
                    .isEqualTo(302);
        }
    }

    private String upload(Surfer main) {
        main.get("/platform/members/imports/new");
        var lines = IntStream.rangeClosed(1, MEMBERS)
                .mapToObj("m%1$d,成員 %1$d,聊聊客服@*"::formatted)
                .collect(Collectors.joining("\r\n", "登入名稱,姓名,角色\r\n", ""));
        var body = "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"team.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + lines + "\r\n--edge--\r\n";
        var answer = main.ask(
                "POST",
                "/platform/members/imports",
                Map.of("Content-Type", "multipart/form-data; boundary=edge"),
                body);
        assertThat(answer.status()).isEqualTo(302);
        return requireNonNull(answer.headers().get("location")).replaceFirst("^https?://[^/]+", "");
    }

    private static int done(Surfer surfer, String path) {
        var found = DONE.matcher(surfer.get(path).body());
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }

    private static String state(Surfer surfer, String path) {
        var found = STATE.matcher(surfer.get(path).body());
        return found.find() ? found.group(1) : "";
    }

    private List<String> members() {
        var api = new Api(port, FenliuTest.TOKEN);
        var logins = new ArrayList<String>();
        for (var page = api.get("/members?limit=200").as(200); ; ) {
            page.items().forEach(it -> logins.add(it.path("login").asString()));
            if (page.body().path("next").isNull()) return logins;
            page = api.get("/members?limit=200&cursor=%s", page.text("next")).as(200);
        }
    }

    private void run() throws IOException {
        program = ChildProgram.start(
                TalkingProgram.class,
                "--spring.profiles.active=test",
                "--server.port=0",
                "--logging.level.root=warn",
                "--fenliu.api-rate=0",
                // Whoever is dead is known to be within four seconds.
                "--db-scheduler.heartbeat-interval=1s",
                "--db-scheduler.missed-heartbeats-limit=4",
                "--db-scheduler.polling-interval=500ms",
                "--fenliu.data-dir=" + DIRECTORY.dataDir());
        port = Integer.parseInt(program.line(TalkingProgram.LISTENING).strip());
    }
}
