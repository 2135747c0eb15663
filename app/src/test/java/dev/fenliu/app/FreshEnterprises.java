package dev.fenliu.app;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Directory;
import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Scope;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.accounts.application.ManageMembers;
import dev.fenliu.accounts.application.ManageShops;
import dev.fenliu.accounts.application.NewMember;
import dev.fenliu.accounts.application.NewMember.WishedRole;
import dev.fenliu.accounts.application.OpenEnterprise;
import dev.fenliu.accounts.application.OpenEnterprise.Opening;
import dev.fenliu.accounts.application.Tokens;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Opens an enterprise account of its own for a test, so that no test sees another's. */
@Component
public class FreshEnterprises {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final OpenEnterprise opening;
    private final ManageMembers members;
    private final ManageShops shops;
    private final Directory directory;
    private final Tokens tokens;
    private final Clock clock;

    FreshEnterprises(
            OpenEnterprise opening,
            ManageMembers members,
            ManageShops shops,
            Directory directory,
            Tokens tokens,
            Clock clock) {
        this.opening = opening;
        this.members = members;
        this.shops = shops;
        this.directory = directory;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** With one shop 賣場S in Taiwan, and nobody but the main account. */
    public Fresh open() {
        var code = "fresh" + NUMBER.incrementAndGet();
        var enterprise = opening.open(
                new Opening(code, "企業 " + code, ZoneId.of("Asia/Taipei"), "主帳號", "fenliu-demo"), clock.instant());
        var actor = new Actor(enterprise.id(), null, "test", "127.0.0.1");
        var shop = shops.create(actor, "賣場S", "TW", true, clock.instant());
        return new Fresh(
                enterprise.id(), code, directory.mainAccount(enterprise.id()).id(), shop.id(), actor);
    }

    /** An agent (聊聊客服) of every shop, who signs in with the password of the demo enterprise. */
    public MemberId agent(Fresh fresh, String login) {
        var wish = new NewMember(login, login, null, null, "fenliu-demo", List.of(new WishedRole("*", "聊聊客服")));
        return members.create(fresh.actor(), wish, clock.instant()).member().id();
    }

    /** A token that may do everything in it. */
    public String token(Fresh fresh) {
        return tokens.create(fresh.enterprise(), "test", Set.of(Scope.values()), clock.instant());
    }

    /** A second shop, and so on. */
    public ShopId shop(Fresh fresh, String name) {
        return shops.create(fresh.actor(), name, "TW", true, clock.instant()).id();
    }

    /** What was opened. */
    public record Fresh(EnterpriseId enterprise, String code, MemberId main, ShopId shop, Actor actor) {}
}
