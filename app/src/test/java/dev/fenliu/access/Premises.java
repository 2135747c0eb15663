package dev.fenliu.access;

import static org.awaitility.Awaitility.await;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Scope;
import dev.fenliu.accounts.application.BeginImport;
import dev.fenliu.accounts.application.GiveTokens;
import dev.fenliu.accounts.application.Invite;
import dev.fenliu.accounts.application.ManageMembers;
import dev.fenliu.accounts.application.NewMember;
import dev.fenliu.accounts.application.NewMember.WishedRole;
import dev.fenliu.accounts.application.Tokens;
import dev.fenliu.accounts.domain.GrantWish;
import dev.fenliu.app.FreshEnterprises;
import dev.fenliu.app.FreshEnterprises.Fresh;
import dev.fenliu.scenarios.Api;
import dev.fenliu.webchat.Surfer;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An enterprise with one of everything that a route may be about, and everybody who may come along. */
@Component
class Premises {
    private static final Pattern VARIABLE = Pattern.compile("(?<=/([a-z-]{1,20})/)\\{(\\w+)}");
    private static final Map<String, List<WishedRole>> MEMBERS = Map.of(
            "admin", List.of(new WishedRole("*", "管理員")),
            "ops", List.of(new WishedRole("*", "營運")),
            "stock", List.of(new WishedRole("*", "倉庫管理員")),
            "fin", List.of(new WishedRole("*", "財務")),
            "chat", List.of(new WishedRole("*", "聊聊客服")),
            "hr", List.of(new WishedRole("*", "人資")),
            "none", List.of(),
            "branch", List.of(new WishedRole("第二家", "管理員")),
            "bystander", List.of());

    private static final Set<String> ENDING = Set.of("roles", "groups", "tokens", "invitations", "webhooks");

    private final FreshEnterprises enterprises;
    private final ManageMembers members;
    private final BeginImport imports;
    private final GiveTokens giving;
    private final Invite invite;
    private final Tokens tokens;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final AtomicInteger number = new AtomicInteger();
    private final Map<String, String> things = new HashMap<>();
    private @Nullable Built built;

    Premises(
            FreshEnterprises enterprises,
            ManageMembers members,
            BeginImport imports,
            GiveTokens giving,
            Invite invite,
            Tokens tokens,
            JdbcClient jdbc,
            Clock clock) {
        this.enterprises = enterprises;
        this.members = members;
        this.imports = imports;
        this.giving = giving;
        this.invite = invite;
        this.tokens = tokens;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Built(int port, Fresh home, Fresh abroad, Api api, Surfer main) {}

    /** Once for all tests, with what the test before may have put an end to. */
    Premises at(int port) {
        if (built == null) build(port);
        ENDING.forEach(this::make);
        return this;
    }

    long enterprise() {
        return built().home().enterprise().value();
    }

    /** Somebody of the table at their browser. */
    Surfer surfer(String who) {
        var port = built().port();
        return switch (who) {
            case "out" -> {
                var stranger = new Surfer(port);
                stranger.get("/login");
                yield stranger;
            }
            case "other" -> signedIn(port, built().abroad().code() + ":main");
            default -> signedIn(port, built().home().code() + ":" + who);
        };
    }

    // With the token of its forms, which is another once somebody has signed in.
    private static Surfer signedIn(int port, String login) {
        var surfer = Surfer.signedIn(port, login);
        surfer.get("/platform/account");
        return surfer;
    }

    /** What a program of the table shows; empty for nothing. */
    String token(String what) {
        var now = clock.instant();
        return switch (what) {
            case "cookie", "none" -> "";
            case "other" -> enterprises.token(built().abroad());
            default -> tokens.create(built().home().enterprise(), what, Set.of(scope(what)), now);
        };
    }

    private static Scope scope(String what) {
        return switch (what) {
            case "all" -> Scope.ALL;
            case "members" -> Scope.MEMBERS;
            case "shops" -> Scope.SHOPS;
            case "groups" -> Scope.CHAT_GROUPS;
            case "chats" -> Scope.CHATS;
            case "figures" -> Scope.PERFORMANCE;
            case "activity" -> Scope.ACTIVITY;
            case "hooks" -> Scope.WEBHOOKS;
            default -> throw new IllegalArgumentException(what);
        };
    }

    /** The address of that route: each of its variables named after what stands before it. */
    synchronized String address(WhoMayWhat.Row row, boolean admitted) {
        var ends = admitted && (row.method().equals("DELETE") || row.path().matches(".*/(deletion|revocation)"));
        return VARIABLE.matcher(row.path())
                .replaceAll(variable -> thing(
                        row.path(),
                        variable.group(1),
                        variable.group(2),
                        ends && row.path().lastIndexOf('{') == variable.start()))
                .replace("/assets/**", "/assets/css/app.css")
                .replace("/**", "/liveness");
    }

    /** What is sent along, by somebody of the table. */
    String filled(String sent, String who) {
        var me = who.equals("other") ? built().abroad().main() : built().home().main();
        return sent.replace("{me}", me.toString())
                .replace("{shop}", built().home().shop().toString())
                .replace("{conversation}", known("conversations"));
    }

    // What a request may put an end to is made anew for each.
    private String thing(String path, String kind, String variable, boolean ends) {
        if (variable.equals("link")) return "unknown";
        var name = switch (kind) {
            case "chat-groups", "store" -> "shops";
            case "agents" -> "members";
            case "replies" -> path.startsWith("/platform") ? "/platform/replies" : kind;
            default -> kind;
        };
        if (!ends || !ENDING.contains(name)) return things.getOrDefault(name, "1");
        // Whoever is refused at the same moment aims at one that stays.
        var standing = known(name);
        make(name);
        var fresh = known(name);
        things.put(name, standing);
        return fresh;
    }

    private void build(int port) {
        var home = enterprises.open();
        var abroad = enterprises.open();
        enterprises.shop(home, "第二家");
        var api = new Api(port, enterprises.token(home));
        api.post("/roles", Map.of("name", "人資", "permissions", List.of("MANAGE_MEMBERS")))
                .as(201);
        MEMBERS.forEach((login, roles) -> things.put("the id of " + login, join(home, login, roles)));
        built = new Built(port, home, abroad, api, signedIn(port, home.code() + ":main"));
        things.put("members", known("the id of bystander"));
        things.put("shops", home.shop().toString());
        make("sessions");
        chat(known("the id of chat"));
        things.put("imports", Long.toUnsignedString(imports.check(owner(), "members.csv", List.of(), clock.instant())));
    }

    private String join(Fresh home, String login, List<WishedRole> roles) {
        var wish = new NewMember(login, login, null, null, "fenliu-demo", roles);
        return members.create(home.actor(), wish, clock.instant()).member().id().toString();
    }

    private String known(String thing) {
        return Objects.requireNonNull(things.get(thing), thing);
    }

    /** The agent answers a buyer for the second time, and has written down a note and a reply. */
    private void chat(String agent) {
        var api = built().api();
        var shop = "/shops/" + known("shops");
        api.post(shop + "/groups", Map.of("name", "售前", "sources", List.of("OTHER"), "members", List.of(agent)))
                .as(201);
        api.put(shop + "/distribution", Map.of("enabled", true)).as(200);
        api.put("/members/" + agent + "/presence", Map.of("state", "ONLINE")).as(200);
        things.put("earlier", write(agent));
        api.post("/conversations/" + known("earlier") + "/closure", Map.of("as", agent))
                .as(204);
        things.put("conversations", write(agent));
        var amy = surfer("chat");
        amy.submit("/webchat/conversations/" + known("conversations") + "/notes", Map.of("text", "likes tea"));
        things.put("notes", latest("webchat_buyer_note"));
        built().main().submit("/platform/replies", Map.of("shop", known("shops"), "title", "a", "text", "b"));
        things.put("/platform/replies", latest("webchat_quick_reply"));
        amy.submit("/webchat/replies", Map.of("title", "a", "text", "b"));
        things.put("replies", latest("webchat_quick_reply"));
    }

    private String write(String agent) {
        var message = Map.of("buyer", Map.of("externalId", "lin"), "source", "OTHER", "text", "hello");
        var id = built().api()
                .post("/shops/" + known("shops") + "/messages", message)
                .as(202)
                .text("conversation");
        await().until(() ->
                built().api().get("/conversations/%s", id).text("owner").equals(agent));
        return id;
    }

    private void make(String kind) {
        var name = kind + " " + number.incrementAndGet();
        var api = built().api();
        switch (kind) {
            case "roles" ->
                things.put(
                        kind,
                        api.post("/roles", Map.of("name", name, "permissions", List.of()))
                                .as(201)
                                .text("id"));
            case "groups" -> {
                var wish = Map.of("name", name, "sources", List.of("CART"), "members", List.of());
                things.put(
                        kind,
                        api.post("/shops/" + known("shops") + "/groups", wish)
                                .as(201)
                                .text("id"));
            }
            case "tokens" -> {
                giving.give(owner(), name, Set.of(Scope.ACTIVITY), clock.instant());
                things.put(kind, latest("account_token"));
            }
            case "invitations" -> {
                var login = "guest" + number;
                var grants = List.of(new GrantWish("*", "財務"));
                var wish = new Invite.Wish(login + "@example.com", login, login, "zh-TW", grants);
                invite.invite(owner(), wish, clock.instant());
                things.put(kind, latest("account_invitation"));
            }
            case "webhooks" -> {
                // For what happens to nobody here, so that nothing is ever sent.
                var wish = Map.of("url", "https://hooks.invalid/" + number, "events", List.of("conversation.rated"));
                things.put(kind, api.post("/webhooks", wish).as(201).text("id"));
            }
            case "sessions" -> {
                surfer("main");
                things.put(kind, latest("account_session"));
            }
            default -> throw new IllegalArgumentException(kind);
        }
    }

    private Actor owner() {
        return new Actor(built().home().enterprise(), built().home().main(), "main", "127.0.0.1");
    }

    private String latest(String table) {
        return Long.toUnsignedString(jdbc.sql("select max(id) from " + table + " where enterprise_id = ?")
                .param(enterprise())
                .query(Long.class)
                .single());
    }

    private Built built() {
        if (built == null) throw new IllegalStateException("not built");
        return built;
    }
}
