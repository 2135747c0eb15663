package dev.fenliu.webchat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import dev.fenliu.app.Browser;
import dev.fenliu.app.FenliuTest;
import dev.fenliu.chatgroups.application.LastMember;
import dev.fenliu.chatgroups.application.ManageDistribution;
import dev.fenliu.chatgroups.application.ManageDistribution.Wish;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.Staging;
import dev.fenliu.webchat.Chats.Floor;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** A shop's staging area as its managers see and tend it. */
@FenliuTest
class StagingPageTests {
    @RegisterExtension
    Browser browser = new Browser();

    private final Chats chats;
    private final ManageDistribution distribution;
    private final Staging staging;
    private final Clock clock;
    private Floor floor;

    @Autowired
    StagingPageTests(Chats chats, ManageDistribution distribution, Staging staging, Clock clock) {
        this.chats = chats;
        this.distribution = distribution;
        this.staging = staging;
        this.clock = clock;
    }

    /** Amy is online with as many unread chats as the shop allows. */
    @BeforeEach
    void fillTheShop() {
        floor = chats.open();
        distribution.change(
                floor.fresh().actor(),
                floor.fresh().shop(),
                new Wish(null, null, 1, null),
                LastMember.TURN_OFF,
                clock.instant());
        chats.writeToAmy(floor, "first");
    }

    @Test
    void whatWaitsIsShownWithItsForecastAndMovedOneByOneOrAll() {
        var staged = stage(4);
        var page = manager();
        page.navigate(shopPath());
        assertThat(page.getByTestId("staging")).hasAttribute("data-waiting", "4");
        assertThat(page.getByTestId("staging")).containsText("平均分配：每位客服約 2 則");
        page.locator("#staging-forecast summary").click();
        assertThat(page.getByTestId("staging")).containsText("若 ben 現在上線，會收到 1 則");

        page.getByTestId("staging-open").click();
        assertThat(page.getByTestId("staged")).hasCount(4);
        page.locator("#staged-" + staged.get(1)).check();
        page.getByTestId("staging-to").selectOption("member:" + floor.amy());
        page.locator("#staging-note").fill("急件");
        browser.axe(page);
        page.getByTestId("staging-move").click();

        assertThat(page.locator("#notices")).containsText("已改派 1 則");
        assertThat(page.getByTestId("staged")).hasCount(3);
        assertThat(chats.view(floor, staged.get(1)).owner()).isEqualTo(floor.amy());

        page.getByTestId("staging-to").selectOption("group:" + floor.group().id());
        page.getByTestId("staging-move-all").click();
        assertThat(page.getByText("目前沒有聊聊在等候")).isVisible();
        assertThat(staged)
                .allSatisfy(chat -> assertThat(chats.view(floor, chat).owner()).isEqualTo(floor.amy()));
    }

    @Test
    void whatWasChosenOutlivesARefreshAndARefusal() {
        browser.expect("422");
        var staged = stage(2);
        var page = manager();
        page.navigate(shopPath() + "/staging");
        page.locator("#staged-" + staged.getFirst()).check();
        page.getByTestId("staging-to").selectOption("member:" + floor.amy());
        page.locator("#staging-note").fill("急件");

        stageOne("late");
        page.locator("#staging-refresh").dispatchEvent("refresh");
        assertThat(page.getByTestId("staged")).hasCount(3);
        assertThat(page.locator("#staged-" + staged.getFirst())).isChecked();
        assertThat(page.getByTestId("staging-to")).hasValue("member:" + floor.amy());
        assertThat(page.locator("#staging-note")).hasValue("急件");

        chats.offline(floor, floor.amy());
        page.getByTestId("staging-move").click();
        assertThat(page.getByTestId("staging-problem")).containsText("amy 目前不在線");
    }

    @Test
    void turningDistributionOffSaysInNumbersWhatMoves() {
        stage(3);
        var page = manager();
        page.navigate(shopPath());

        page.getByTestId("distribution-switch").click();
        assertThat(page.locator("#ask-distribution")).containsText("暫存的 3 則與保留中的 0 則");
        page.getByTestId("distribution-confirm").click();

        assertThat(page.getByTestId("distribution-switch")).not().isChecked();
        assertThat(page.getByTestId("staging")).hasAttribute("data-waiting", "0");
        assertThat(page.locator("[data-scenario]")).hasAttribute("data-scenario", "A");
    }

    @Test
    void itIsForWhoeverMayReassignThere() {
        browser.expect("40[34]");
        var other = chats.open();
        var agent = browser.signedIn(floor.fresh().code() + ":amy");

        assertThat(agent.navigate(shopPath() + "/staging").status()).isEqualTo(403);
        assertThat(manager()
                        .navigate("/platform/chat-groups/" + other.fresh().shop() + "/staging")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theExampleOfATieBreakNamesWhoWouldBeNext() {
        chats.online(floor, floor.ben());
        var page = manager();
        page.navigate(shopPath() + "/settings");

        assertThat(page.locator("main")).containsText("現在在線的 2 位客服");
        assertThat(page.getByTestId("tie-break-next").first()).hasText(Pattern.compile("下一位：amy"));
        assertThat(page.getByTestId("tie-break-next").last()).hasText(Pattern.compile("下一位：ben"));
    }

    private List<ConversationId> stage(int number) {
        return Stream.iterate(1, it -> it + 1)
                .limit(number)
                .map(it -> stageOne("buyer-" + it))
                .toList();
    }

    private ConversationId stageOne(String buyer) {
        var before = waiting();
        var conversation = chats.write(floor, buyer, "在嗎?").conversation();
        await().until(() -> waiting() == before + 1);
        return conversation;
    }

    private int waiting() {
        var area = staging.waiting(floor.fresh().enterprise()).get(floor.fresh().shop());
        return area == null ? 0 : area.conversations();
    }

    private Page manager() {
        return browser.signedIn(floor.fresh().code() + ":main");
    }

    private String shopPath() {
        return "/platform/chat-groups/" + floor.fresh().shop();
    }
}
