package dev.fenliu.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fenliu.app.FenliuTest;
import dev.fenliu.app.FreshEnterprises;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a sign-in's cookie is worth: looked at as somebody does who has copied it. */
@FenliuTest
class SessionTests {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final String COOKIE = "JSESSIONID";

    @Autowired
    FreshEnterprises enterprises;

    @LocalServerPort
    int port;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new HashMap<>();
    private String login = "";
    private String token = "";
    private String set = "";

    @BeforeEach
    void open() {
        login = enterprises.open().code() + ":main";
    }

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void aSignInHasAnIdOfItsOwnAndTheOneBeforeOpensNothing() throws Exception {
        get("/login");
        var before = Map.copyOf(cookies);
        signIn("fenliu-demo");
        assertThat(get("/seller").statusCode()).isEqualTo(200);
        assertThat(session()).isNotEqualTo(before.getOrDefault(COOKIE, ""));

        cookies.clear();
        cookies.putAll(before);

        assertSignedOut();
    }

    @Test
    void anIdThatSomebodyElseChoseIsNotTaken() throws Exception {
        cookies.put(COOKIE, "Y2hvc2VuLWJ5LXNvbWVib2R5LWVsc2U");
        get("/login");
        signIn("fenliu-demo");

        assertThat(session()).isNotEqualTo("Y2hvc2VuLWJ5LXNvbWVib2R5LWVsc2U");
        cookies.clear();
        cookies.put(COOKIE, "Y2hvc2VuLWJ5LXNvbWVib2R5LWVsc2U");
        assertSignedOut();
    }

    @Test
    void theCookieIsOutOfReachOfScriptsAndOfOtherSites() throws Exception {
        get("/login");
        signIn("fenliu-demo");

        assertThat(set).contains("HttpOnly", "SameSite=Lax", "Path=/").doesNotContain("Domain=");
        assertThat(set).doesNotContainPattern("(?i)max-age=[1-9]|expires=");
        assertThat(session()).hasSizeGreaterThanOrEqualTo(22);
    }

    @Test
    void whoeverSignsOutIsOutWithEveryCopy() throws Exception {
        get("/login");
        signIn("fenliu-demo");
        get("/seller");
        var copy = Map.copyOf(cookies);

        assertThat(post("/logout", Map.of()).statusCode()).isEqualTo(302);

        cookies.clear();
        cookies.putAll(copy);
        assertSignedOut();
    }

    @Test
    void aWrongPasswordOpensNothing() throws Exception {
        get("/login");
        assertThat(signIn("guess").statusCode()).isEqualTo(401);

        assertSignedOut();
    }

    @Test
    void anIdInTheAddressIsNoSignInAndPagesAreKeptByNobody() throws Exception {
        get("/login");
        signIn("fenliu-demo");
        assertThat(get("/seller").headers().firstValue("Cache-Control").orElse(""))
                .contains("no-store");
        var id = session();

        cookies.clear();

        for (var path : new String[] {"/seller;jsessionid=" + id, "/seller?jsessionid=" + id}) {
            assertThat(get(path).statusCode()).as(path).isIn(302, 400, 404);
        }
    }

    private void assertSignedOut() throws Exception {
        var answer = get("/seller");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/login");
    }

    private String session() {
        return cookies.getOrDefault(COOKIE, "");
    }

    private HttpResponse<String> signIn(String password) throws Exception {
        return post("/login", Map.of("username", login, "password", password));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path).GET());
    }

    private HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
        var all = new HashMap<>(fields);
        all.put("_csrf", token);
        var body = all.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "text/html");
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(it -> it.getKey() + "=" + it.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.build(), BodyHandlers.ofString());
        for (var line : answer.headers().allValues("Set-Cookie")) {
            var pair = line.split(";", 2)[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
            if (pair[0].equals(COOKIE)) set = line;
        }
        var found = TOKEN.matcher(answer.body());
        if (found.find()) token = found.group(1);
        return answer;
    }
}
