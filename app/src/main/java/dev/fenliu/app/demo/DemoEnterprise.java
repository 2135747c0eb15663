package dev.fenliu.app.demo;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.accounts.application.ManageMembers;
import dev.fenliu.accounts.application.ManageShops;
import dev.fenliu.accounts.application.NewMember;
import dev.fenliu.accounts.application.NewMember.WishedRole;
import dev.fenliu.accounts.application.OpenEnterprise;
import dev.fenliu.accounts.application.OpenEnterprise.Opening;
import dev.fenliu.chatgroups.ChatSource;
import dev.fenliu.chatgroups.application.GroupWish;
import dev.fenliu.chatgroups.application.LastMember;
import dev.fenliu.chatgroups.application.ManageChatGroups;
import dev.fenliu.chatgroups.application.ManageDistribution;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the demo enterprise, once: all of it or nothing. */
@Component
class DemoEnterprise {
    static final String CODE = "demo";
    private static final String PASSWORD = "fenliu-demo";
    private static final String PRE_SALES = "售前客服";
    private static final String AFTER_SALES = "售後客服";

    private final OpenEnterprise enterprises;
    private final ManageMembers members;
    private final ManageShops shops;
    private final ManageChatGroups groups;
    private final ManageDistribution distribution;

    DemoEnterprise(
            OpenEnterprise enterprises,
            ManageMembers members,
            ManageShops shops,
            ManageChatGroups groups,
            ManageDistribution distribution) {
        this.enterprises = enterprises;
        this.members = members;
        this.shops = shops;
        this.groups = groups;
        this.distribution = distribution;
    }

    /** The demo enterprise, made if it is not there yet. */
    @Transactional
    public EnterpriseId ensured(Instant now) {
        return enterprises.opened(CODE).orElseGet(() -> made(now));
    }

    private EnterpriseId made(Instant now) {
        var enterprise = enterprises
                .open(new Opening(CODE, "蝦蝦企業", ZoneId.of("Asia/Taipei"), "主帳號", PASSWORD), now)
                .id();
        new Making(new Actor(enterprise, null, "Fenliu", ""), now).all();
        return enterprise;
    }

    private final class Making {
        private final Actor actor;
        private final Instant start;
        private final AtomicInteger steps = new AtomicInteger();

        Making(Actor actor, Instant start) {
            this.actor = actor;
            this.start = start;
        }

        void all() {
            member("amy", "Amy", "聊聊客服");
            member("ben", "Ben", "聊聊客服");
            member("cara", "Cara", "聊聊客服");
            member("dan", "Dan", "聊聊客服");
            member("finn", "Finn", "財務");

            var shrimp = shop("蝦蝦的店", true);
            group(shrimp, PRE_SALES, ChatSource.PRODUCT_PAGE, "amy", "ben");
            group(shrimp, AFTER_SALES, ChatSource.ORDER_PAGE, "cara");
            distribute(shrimp, false);

            var second = shop("賣場B", true);
            group(second, PRE_SALES, ChatSource.PRODUCT_PAGE, "ben", "main");
            distribute(second, true);

            shop("賣場C", true);
            shop("賣場A", false);
        }

        private void member(String login, String name, String role) {
            members.create(
                    actor,
                    new NewMember(login, name, null, null, PASSWORD, List.of(new WishedRole("*", role))),
                    next());
        }

        private ShopId shop(String name, boolean authorized) {
            return shops.create(actor, name, "TW", authorized, next()).id();
        }

        private void group(ShopId shop, String name, ChatSource source, String... logins) {
            groups.create(actor, shop, new GroupWish(name, List.of(source), List.of(logins)), next());
        }

        private void distribute(ShopId shop, boolean includeMain) {
            distribution.change(
                    actor,
                    shop,
                    new ManageDistribution.Wish(true, includeMain, null, null),
                    LastMember.TURN_OFF,
                    next());
        }

        // One after the other: equal loads go to whose account is older.
        private Instant next() {
            return start.plusMillis(steps.incrementAndGet());
        }
    }
}
