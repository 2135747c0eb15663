package dev.fenliu.webchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.springframework.test.web.servlet.setup.MockMvcBuilders.webAppContextSetup;

import dev.fenliu.app.FenliuTest;
import dev.fenliu.app.FreshEnterprises;
import dev.fenliu.app.SqlCounter;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.scenarios.Api;
import dev.fenliu.webchat.Chats.Floor;
import jakarta.servlet.Filter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.web.context.WebApplicationContext;

/** What whole requests ask of the database, security and rendering included. */
@FenliuTest
@TestInstance(PER_CLASS)
class PageCostTests {
    @Autowired
    WebApplicationContext context;

    @Autowired
    Chats chats;

    @Autowired
    FreshEnterprises enterprises;

    @LocalServerPort
    int port;

    private MockMvc program;
    private Floor floor;
    private MockHttpSession session;
    private ConversationId conversation;

    @BeforeAll
    void signIn() throws Exception {
        program = webAppContextSetup(context)
                .addFilters(context.getBean("oneViewFilter", Filter.class))
                .apply(springSecurity())
                .build();
        floor = chats.open();
        conversation = chats.writeToAmy(floor, "first").conversation();
        for (var buyer = 0; buyer < 20; buyer++) {
            chats.writeToAmy(floor, "buyer-" + buyer);
        }
        var signedIn = program.perform(post("/login")
                        .with(csrf())
                        .param("username", floor.fresh().code() + ":amy")
                        .param("password", "fenliu-demo"))
                .andExpect(status().is3xxRedirection())
                .andReturn();
        session = (MockHttpSession) Objects.requireNonNull(signedIn.getRequest().getSession());
    }

    @Test
    void theDeskPageTakesAtMostFive() {
        assertThat(asked(get("/webchat").session(session))).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void aDeskOpenedAtAThreadTakesAtMostEight() {
        assertThat(asked(get("/webchat/conversations/" + conversation).session(session)))
                .hasSizeLessThanOrEqualTo(8);
    }

    @Test
    void aThreadTakesAtMostFour() {
        assertThat(asked(get("/webchat/conversations/" + conversation)
                        .header("HX-Request", "true")
                        .session(session)))
                .hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void aMessageOverTheApiInAnOwnedConversationTakesAtMostFourAndTheTokensOwn() {
        var token = enterprises.token(floor.fresh());
        var message = post("/api/v1/shops/" + floor.fresh().shop() + "/messages")
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content("""
                        {"externalId": "%s", "buyer": {"externalId": "first"}, "source": "PRODUCT_PAGE", "text": "還在嗎?"}
                        """.formatted(System.nanoTime()));

        var asked = asked(message);

        assertThat(asked.stream().filter(sql -> !sql.contains("account_token"))).hasSizeLessThanOrEqualTo(4);
    }

    /** Over the wire, through all filters as they stand: the token brings the version, and nothing asks for it again. */
    @Test
    void aMessageAsksForNoVersionBesideTheTokens() {
        var api = new Api(port, enterprises.token(floor.fresh()));
        var path = "/shops/" + floor.fresh().shop() + "/messages";
        var message = Map.of("buyer", Map.of("externalId", "first"), "source", "PRODUCT_PAGE", "text", "還在嗎?");
        api.post(path, message).as(202);

        var asked = SqlCounter.everywhereDuring(() -> api.post(path, message).as(202));

        assertThat(asked).anyMatch(sql -> sql.contains("account_token"));
        assertThat(asked).noneMatch(sql -> sql.startsWith("select version"));
    }

    @Test
    void idleDesksAskNothing() {
        var desks = new ArrayList<LiveStream>();
        try {
            var amy = Surfer.signedIn(port, floor.fresh().code() + ":amy");
            for (var tab = 0; tab < 8; tab++) {
                var desk = amy.follow("/webchat/stream").opened();
                desk.awaitEvent("presence", "ONLINE");
                desks.add(desk);
            }
            chats.online(floor, floor.amy());
            LockSupport.parkNanos(Duration.ofMillis(300).toNanos());

            var asked = SqlCounter.everywhereDuring(
                    () -> LockSupport.parkNanos(Duration.ofMillis(1_500).toNanos()));

            // Long work looks for its turn by itself.
            assertThat(asked).filteredOn(sql -> !sql.contains("app_job")).isEmpty();
        } finally {
            desks.forEach(LiveStream::close);
        }
    }

    private List<String> asked(RequestBuilder request) {
        perform(request); // what is read once and kept is read
        return SqlCounter.during(() -> perform(request)).statements();
    }

    private void perform(RequestBuilder request) {
        try {
            program.perform(request).andExpect(status().is2xxSuccessful());
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }
}
