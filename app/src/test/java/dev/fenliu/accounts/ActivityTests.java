package dev.fenliu.accounts;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.fenliu.accounts.application.KeepActivity;
import dev.fenliu.accounts.application.ManageMembers;
import dev.fenliu.accounts.application.ManageRoles;
import dev.fenliu.accounts.application.ManageShops;
import dev.fenliu.accounts.application.MyProfile;
import dev.fenliu.accounts.application.NewMember;
import dev.fenliu.accounts.application.NewMember.WishedRole;
import dev.fenliu.accounts.domain.ActivityLog.Filter;
import dev.fenliu.accounts.domain.Profile;
import dev.fenliu.accounts.domain.RoleWish;
import dev.fenliu.accounts.domain.ShopWish;
import dev.fenliu.app.Browser;
import dev.fenliu.app.FenliuTest;
import dev.fenliu.app.FreshEnterprises;
import dev.fenliu.app.FreshEnterprises.Fresh;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** 活動紀錄. */
@FenliuTest
class ActivityTests {
    private static final Pattern WRITING = Pattern.compile(
            "(?i)(insert into|replace into|update|delete from|truncate(?: table)?|alter table|drop table)"
                    + "\\s+account_activity\\b");

    @RegisterExtension
    final Browser browser = new Browser();

    @Autowired
    FreshEnterprises enterprises;

    @Autowired
    KeepActivity activity;

    @Autowired
    ManageShops shops;

    @Autowired
    ManageRoles roles;

    @Autowired
    ManageMembers members;

    @Autowired
    MyProfile profiles;

    @Autowired
    Clock clock;

    private Fresh fresh;
    private Actor amy;

    @BeforeEach
    void openTheEnterprise() {
        fresh = enterprises.open();
        amy = as(enterprises.agent(fresh, "amy"));
        profiles.change(amy, new Profile("艾咪 <b>A</b>", null, "0912345678"), "", clock.instant());
    }

    @Test
    void theLogIsReadSiftedAndTakenAlongWithTheKeyboard() throws IOException {
        shops.change(as(fresh.main()), fresh.shop(), new ShopWish("=1+1", "JP", null), clock.instant());
        var page = browser.signedIn(fresh.code() + ":main");
        page.navigate("/platform/account");
        page.getByTestId("rail-activity").press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/platform/activity"));
        var rows = page.getByTestId("activity-row");
        assertThat(rows.first()).containsText("變更賣場");
        assertThat(rows.first().locator("del")).hasText(new String[] {"賣場S", "台灣"});
        assertThat(rows.first().locator("ins")).hasText(new String[] {"=1+1", "日本"});
        assertThat(rows.nth(1)).containsText("艾咪 <b>A</b>");
        browser.axe(page);
        AccountPictures.take(page, "activity");
        page.setViewportSize(390, 844);
        browser.axe(page);
        AccountPictures.take(page, "activity-390");
        page.setViewportSize(1280, 800);

        page.getByTestId("activity-action").focus();
        page.getByTestId("activity-action").selectOption("shop-changed");
        assertThat(rows).hasCount(1);
        assertThat(page).hasURL(Pattern.compile(".*action=shop-changed.*"));
        page.reload();
        assertThat(rows).hasCount(1);

        var lines = exported(page);
        assertThat(lines).hasSize(2);
        assertThat(lines.get(1)).contains(",變更賣場,'=1+1,'=1+1,名稱: 賣場S → =1+1; 地區: 台灣 → 日本");

        page.getByTestId("activity-from").fill("2019-01-01");
        page.getByTestId("activity-to").fill("2019-01-02");
        assertThat(page.locator(".blank")).containsText("沒有符合的紀錄");
    }

    @Test
    void aLongLogIsLeafedThroughByItsKeyAndKeepsTheFilter() {
        for (var number = 0; number < 51; number++) {
            profiles.change(amy, new Profile("amy " + number, null, null), "", clock.instant());
        }
        var page = browser.signedIn(fresh.code() + ":main");
        page.navigate("/platform/activity?action=profile-changed");

        assertThat(page.getByTestId("activity-row")).hasCount(50);
        page.getByTestId("activity-older").press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*action=profile-changed&before=\\d+"));
        assertThat(page.getByTestId("activity-row")).hasCount(2);
        page.getByTestId("activity-newest").press("Enter");
        assertThat(page.getByTestId("activity-row")).hasCount(50);
    }

    @Test
    void membersSeeTheirOwnLinesAndThoseOfTheShopsWhereTheyMay() throws IOException {
        var other = enterprises.shop(fresh, "賣場T");
        shops.change(as(fresh.main()), fresh.shop(), new ShopWish("賣場S1", null, null), clock.instant());
        roles.create(fresh.actor(), new RoleWish("稽核", "", Set.of(Permission.VIEW_ACTIVITY)), clock.instant());
        var wish =
                new NewMember("eve", "Eve", null, null, "fenliu-demo", List.of(new WishedRole(other.toString(), "稽核")));
        var eve =
                as(members.create(fresh.actor(), wish, clock.instant()).member().id());
        var page = browser.signedIn(fresh.code() + ":amy");
        page.navigate("/platform/activity");

        assertThat(page.getByTestId("activity-row")).hasCount(1);
        assertThat(page.getByTestId("activity-row")).containsText("變更個人資料");
        assertThat(page.getByTestId("activity-member")).hasCount(0);
        assertThat(exported(page)).hasSize(2);
        page.navigate("/platform/activity?member=" + fresh.main());
        assertThat(page.getByTestId("activity-row")).hasCount(0);
        assertThat(activity.lines(eve, new Filter(null, null, null, null, null, null), 50))
                .extracting(it -> it.action() + " " + it.subject())
                .containsExactly("shop-created 賣場T");
        assertThat(activity.page(eve, new Filter(null, null, fresh.shop(), null, null, null), 50)
                        .entries())
                .isEmpty();
        assertThat(activity.page(eve, new Filter(null, null, null, null, null, null), 50)
                        .actions())
                .containsExactly("shop-created");
    }

    @Test
    void nothingInTheProgramChangesOrRemovesALine() throws IOException {
        try (var files = Files.walk(Path.of("..", "modules"))) {
            var writing = files.filter(it -> it.toString().contains("/src/main/"))
                    .filter(it ->
                            it.toString().endsWith(".java") || it.toString().endsWith(".sql"))
                    .flatMap(it -> WRITING.matcher(read(it)).results())
                    .map(it -> it.group(1));

            assertThat(writing).containsExactly("insert into");
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private List<String> exported(Page page) throws IOException {
        var file =
                page.waitForDownload(() -> page.getByTestId("activity-export").press("Enter"));
        return Files.readString(file.path()).lines().toList();
    }

    private Actor as(MemberId member) {
        return new Actor(fresh.enterprise(), member, "somebody", "127.0.0.1");
    }
}
