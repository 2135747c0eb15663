package dev.fenliu.routing.simulation;

import static java.util.stream.Collectors.toCollection;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Directory;
import dev.fenliu.accounts.Enterprise;
import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.Ids;
import dev.fenliu.accounts.Member;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Permission;
import dev.fenliu.accounts.Permissions;
import dev.fenliu.accounts.Presence;
import dev.fenliu.accounts.RoleId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.accounts.application.ManageMembers;
import dev.fenliu.accounts.application.ManageShops;
import dev.fenliu.accounts.domain.BuiltInRole;
import dev.fenliu.accounts.domain.Enterprises;
import dev.fenliu.accounts.domain.Grant;
import dev.fenliu.accounts.domain.GrantWish;
import dev.fenliu.accounts.domain.LoginId;
import dev.fenliu.accounts.domain.MemberWish;
import dev.fenliu.accounts.domain.Members;
import dev.fenliu.accounts.domain.Members.Contact;
import dev.fenliu.accounts.domain.Members.Secret;
import dev.fenliu.accounts.domain.Roles;
import dev.fenliu.accounts.domain.ShopWish;
import dev.fenliu.accounts.domain.Snapshots;
import dev.fenliu.analytics.application.Recount;
import dev.fenliu.app.time.StoryClock;
import dev.fenliu.chatgroups.GroupId;
import dev.fenliu.chatgroups.application.GroupWish;
import dev.fenliu.chatgroups.application.LastMember;
import dev.fenliu.chatgroups.application.ManageChatGroups;
import dev.fenliu.chatgroups.application.ManageDistribution;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.Desks;
import dev.fenliu.routing.application.QuietLanes;
import dev.fenliu.webchat.MessageId;
import dev.fenliu.webchat.application.Acting;
import dev.fenliu.webchat.application.AnswerConversations;
import dev.fenliu.webchat.application.ForwardConversations;
import dev.fenliu.webchat.application.QuietChats;
import dev.fenliu.webchat.application.ReceiveMessages;
import dev.fenliu.webchat.application.Target;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole program on its database, with a small enterprise of its own for each history. */
@Component
class DatabaseWorlds {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");
    private static final List<String> NAMES = List.of("main", "a", "b", "c", "d", "e");

    private final Enterprises enterprises;
    private final Roles roles;
    private final Members members;
    private final Snapshots snapshots;
    private final Directory directory;
    private final Permissions permissions;
    private final ManageMembers staff;
    private final ManageShops shops;
    private final ManageChatGroups groups;
    private final ManageDistribution distribution;
    private final Desks desks;
    private final ReceiveMessages messages;
    private final AnswerConversations answers;
    private final ForwardConversations forwards;
    private final QuietLanes lanes;
    private final QuietChats quiet;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Ids ids;
    private final Recount recount;
    private final AtomicInteger worlds = new AtomicInteger();

    DatabaseWorlds(
            Enterprises enterprises,
            Roles roles,
            Members members,
            Snapshots snapshots,
            Directory directory,
            Permissions permissions,
            ManageMembers staff,
            ManageShops shops,
            ManageChatGroups groups,
            ManageDistribution distribution,
            Desks desks,
            ReceiveMessages messages,
            AnswerConversations answers,
            ForwardConversations forwards,
            QuietLanes lanes,
            QuietChats quiet,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Ids ids,
            Recount recount) {
        this.enterprises = enterprises;
        this.roles = roles;
        this.members = members;
        this.snapshots = snapshots;
        this.directory = directory;
        this.permissions = permissions;
        this.staff = staff;
        this.shops = shops;
        this.groups = groups;
        this.distribution = distribution;
        this.desks = desks;
        this.messages = messages;
        this.answers = answers;
        this.forwards = forwards;
        this.lanes = lanes;
        this.quiet = quiet;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.ids = ids;
        this.recount = recount;
    }

    /** Opens a world in which the work lives, in a time of its own; in the end of every third its figures are counted once more. */
    void inOne(Consumer<World> work) {
        var time = new AtomicReference<@Nullable Instant>(Trial.BEGINNING);
        StoryClock.during(time, () -> {
            var world = new DatabaseWorld(time);
            try {
                work.accept(world);
                // Counting takes as long as living.
                if (worlds.getAndIncrement() % 3 == 0) {
                    // Where one of the shops is, it is still the day before.
                    var first = LocalDate.ofInstant(Trial.BEGINNING, TAIPEI).minusDays(1);
                    recount.compare(world.actor, first, world.now());
                }
            } finally {
                world.end();
            }
        });
    }

    private record Row(ConversationId id, Seen seen) {}

    private final class DatabaseWorld implements Product {
        private final AtomicReference<@Nullable Instant> time;
        private final EnterpriseId enterprise = new EnterpriseId(ids.next());
        private final Actor actor = new Actor(enterprise, null, "test", "127.0.0.1");
        private final Map<Step.Role, RoleId> rolesOf = new EnumMap<>(Step.Role.class);
        private final List<MemberId> people = new ArrayList<>();
        private final List<ShopId> where = new ArrayList<>();
        private final List<List<GroupId>> groupsOf = new ArrayList<>();
        private final Set<Integer> sitting = new HashSet<>();
        private final Map<Integer, Row> latest = new HashMap<>();
        private final Map<ConversationId, Row> known = new HashMap<>();
        private List<Seen> seen = List.of();
        private boolean untouched;
        private long lastDecision;

        private DatabaseWorld(AtomicReference<@Nullable Instant> time) {
            this.time = time;
            transaction.executeWithoutResult(_ -> open());
        }

        /** Members by hand, since hashing passwords takes longer than a whole history; all at once, for the same reason. */
        private void open() {
            var code = "story" + NUMBER.incrementAndGet();
            enterprises.add(new Enterprise(enterprise, code, code, TAIPEI), now());
            for (var role : Step.Role.values()) {
                var id = new RoleId(ids.next());
                roles.add(enterprise, builtIn(role).as(id), now());
                rolesOf.put(role, id);
            }
            join(code, Step.MAIN, List.of());
            for (var region : List.of("TW", "CL")) {
                where.add(shops.create(actor, "S" + region, region, true, now()).id());
                groupsOf.add(Stream.generate(() -> new GroupId(ids.next()))
                        .limit(Step.GROUPS)
                        .collect(toCollection(ArrayList::new)));
            }
            var everywhere = where.stream()
                    .map(shop -> new Grant(roleOf(Step.Role.AGENT), shop))
                    .toList();
            for (var number = 1; number < Step.MEMBERS; number++) {
                join(code, number, everywhere);
            }
            snapshots.renew(enterprise);
            directory.readAnew(enterprise);
        }

        private static BuiltInRole builtIn(Step.Role wanted) {
            return BuiltInRole.ALL.stream()
                    .filter(role -> role.name().equals(wanted.title))
                    .findFirst()
                    .orElseThrow();
        }

        private RoleId roleOf(Step.Role role) {
            return Objects.requireNonNull(rolesOf.get(role));
        }

        private void join(String code, int number, List<Grant> grants) {
            var name = NAMES.get(number);
            var created = now().plusSeconds(number);
            var id = new MemberId(ids.next());
            var member = new Member(id, enterprise, code + ":" + name, name, number == Step.MAIN, true, created);
            members.add(member, new LoginId(name), Contact.NONE, new Secret("nobody signs in", false), grants);
            people.add(id);
        }

        /** Whoever looks into every lane later, or moves the clock, finds nothing to do here. */
        private void end() {
            transaction.executeWithoutResult(_ -> {
                for (var table : List.of("routing_staging", "routing_presence", "webchat_conversation")) {
                    jdbc.sql("delete from " + table + " where enterprise_id = ?")
                            .param(enterprise.value())
                            .update();
                }
            });
        }

        private Instant now() {
            return Objects.requireNonNull(time.get());
        }

        @Override
        public void take(Step step) {
            untouched = false;
            lives(step);
            lanes.await(enterprise);
        }

        private void lives(Step step) {
            switch (step) {
                case Step.Writes it -> messages.receive(enterprise, where.get(it.shop()), Product.message(it), now());
                case Step.Chooses it -> {
                    if (it.choice() == Presence.OFFLINE) sitting.remove(it.member());
                    desks.choose(enterprise, people.get(it.member()), it.choice(), now());
                }
                case Step.Opens it -> {
                    sitting.add(it.member());
                    desks.connected(enterprise, people.get(it.member()), now());
                }
                case Step.Crashes it -> {
                    sitting.remove(it.member());
                    untouched = true;
                }
                case Step.Reads it ->
                    owned(it.shop(), it.buyer())
                            .ifPresent(row -> answers.read(owner(row), row.id(), shown(row, it.unseen()), now()));
                case Step.Replies it ->
                    owned(it.shop(), it.buyer())
                            .ifPresent(row -> answers.reply(owner(row), row.id(), "好的", null, now()));
                case Step.Closes it ->
                    owned(it.shop(), it.buyer())
                            .ifPresent(row -> answers.close(owner(row), row.id(), shown(row, it.unseen()), now()));
                case Step.Forwards it ->
                    owned(it.shop(), it.buyer())
                            .ifPresent(row -> forwards.forward(owner(row), row.id(), target(it.to()), "", now()));
                case Step.Reassigns it ->
                    row(it.shop(), it.buyer())
                            .filter(row -> row.seen().isOpen())
                            .ifPresent(row -> forwards.forward(main(), row.id(), target(it.to()), "", now()));
                case Step.ReassignsAll it ->
                    forwards.reassignAll(main(), people.get(it.from()), target(it.to()), "", now());
                case Step.Sets it ->
                    distribution.change(
                            actor,
                            where.get(it.shop()),
                            new ManageDistribution.Wish(it.enabled(), it.includeMain(), it.cap(), it.tieBreak()),
                            LastMember.TURN_OFF,
                            now());
                case Step.Creates it -> creates(it);
                case Step.Changes it ->
                    groups.change(
                            actor,
                            where.get(it.shop()),
                            groupsOf.get(it.shop()).get(it.group()),
                            new GroupWish(null, it.sources(), it.members() == null ? null : named(it.members()), null),
                            LastMember.TURN_OFF,
                            now());
                case Step.Deletes it ->
                    groups.delete(
                            actor,
                            where.get(it.shop()),
                            groupsOf.get(it.shop()).get(it.group()),
                            LastMember.TURN_OFF,
                            now());
                case Step.May it -> may(it.member(), it.active(), it.grants());
                case Step.Gets it -> gets(it.member(), it.grant(), it.given());
                case Step.Becomes it ->
                    shops.change(actor, where.get(it.shop()), new ShopWish(null, null, it.authorized()), now());
                case Step.Passes it -> passes(it);
            }
        }

        private void creates(Step.Creates it) {
            var wish = new GroupWish(Product.nameOfGroup(it.group()), it.sources(), named(it.members()));
            var made = groups.create(actor, where.get(it.shop()), wish, now());
            groupsOf.get(it.shop()).set(it.group(), made.id());
        }

        private List<String> named(Set<Integer> numbers) {
            return numbers.stream().map(number -> people.get(number).toString()).toList();
        }

        private void may(int member, @Nullable Boolean active, @Nullable Set<Step.Grant> grants) {
            var wishes = grants == null
                    ? null
                    : grants.stream()
                            .map(it -> new GrantWish(
                                    where.get(it.shop()).toString(),
                                    roleOf(it.role()).toString()))
                            .toList();
            var wish = new MemberWish(null, null, null, active, wishes);
            staff.change(actor, people.get(member), wish, now());
        }

        /** As whoever changes one role does: with all of them as they are, but for that one. */
        private void gets(int member, Step.Grant grant, boolean given) {
            var held = staff.get(actor, people.get(member)).roles().stream()
                    .map(it -> new Step.Grant(
                            number(it.role().id()),
                            where.indexOf(Objects.requireNonNull(it.shop()).id())))
                    .collect(toCollection(HashSet::new));
            if (given) {
                held.add(grant);
            } else {
                held.remove(grant);
            }
            may(member, null, held);
        }

        private Step.Role number(RoleId id) {
            return rolesOf.entrySet().stream()
                    .filter(role -> role.getValue().equals(id))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseThrow();
        }

        private @Nullable MessageId shown(Row row, @Nullable Integer unseen) {
            return unseen == null
                    ? null
                    : jdbc.sql("""
                            select id from webchat_message where conversation_id = ? and sender <> 'SYSTEM'
                            order by seq desc limit ?\
                            """)
                            .params(row.id().value(), unseen + 1)
                            .query((line, _) -> new MessageId(line.getLong("id")))
                            .list()
                            .getLast();
        }

        private void passes(Step.Passes it) {
            var target = now().plus(it.time());
            desks.stay(sitting.stream().map(people::get).toList(), now(), target);
            for (var due = nextHoldOver(target); due.isPresent(); due = nextHoldOver(target)) {
                time.set(due.get());
                lanes.endHolds(enterprise);
                lanes.await(enterprise);
            }
            time.set(target);
            lanes.silence(enterprise, target);
            quiet.close(enterprise, target);
        }

        private Optional<Instant> nextHoldOver(Instant limit) {
            return jdbc
                    .sql("select held_until from routing_staging where enterprise_id = ? and phase = 'HELD'")
                    .param(enterprise.value())
                    .query((row, _) ->
                            row.getTimestamp("held_until").toInstant().plusNanos(1_000))
                    .list()
                    .stream()
                    .filter(end -> end.isAfter(now()) && !end.isAfter(limit))
                    .min(Instant::compareTo);
        }

        private Optional<Row> row(int shop, int buyer) {
            return Optional.ofNullable(latest.get(shop * Step.BUYERS + buyer));
        }

        /** One that its owner is at work for, or that is held for them, and may answer. */
        private Optional<Row> owned(int shop, int buyer) {
            var owned = row(shop, buyer)
                    .filter(row -> row.seen().state().equals("OPEN"))
                    .filter(row -> permissions.allow(
                            enterprise,
                            owner(row).member(),
                            Permission.CHAT,
                            where.get(row.seen().shop())))
                    .filter(row -> row.seen().held()
                            || desks.atWork(enterprise, owner(row).member(), now())
                                            .presence()
                                    != Presence.OFFLINE);
            untouched = owned.isEmpty();
            return owned;
        }

        private Acting owner(Row row) {
            return new Acting(actor, people.get(row.seen().owner().orElseThrow()));
        }

        private Acting main() {
            return new Acting(actor, people.get(Step.MAIN));
        }

        private Target target(Step.Target to) {
            return switch (to) {
                case Step.ToMember it -> new Target(people.get(it.member()), null);
                case Step.ToGroup it -> new Target(null, groupsOf.get(it.shop()).get(it.group()));
            };
        }

        @Override
        public List<Made> decisions() {
            if (untouched) return List.of();
            return Objects.requireNonNull(transaction.execute(_ -> sinceTheLast()));
        }

        private List<Made> sinceTheLast() {
            // Conversations that the decisions are about are known only after a look at them.
            seen = look();
            return jdbc.sql("""
                select id, conversation_id, cause, reason, member_id from routing_decision
                where enterprise_id = ? and id > ? order by id\
                """)
                    .params(enterprise.value(), lastDecision)
                    .query((row, _) -> made(row))
                    .list();
        }

        private Made made(ResultSet row) throws SQLException {
            lastDecision = row.getLong("id");
            var seen = Objects.requireNonNull(known.get(new ConversationId(row.getLong("conversation_id"))))
                    .seen();
            return new Made(
                    seen.shop(),
                    seen.buyer(),
                    row.getString("cause"),
                    row.getString("reason"),
                    person(row, "member_id"));
        }

        @Override
        public List<Seen> conversations() {
            return seen;
        }

        private List<Seen> look() {
            var rows = jdbc.sql("""
                select c.id, c.shop_id, b.external_id, c.state, c.owner_id, c.held,
                    case when c.state = 'OPEN' then c.buyer_count - c.read_count else 0 end as unread
                from webchat_buyer b join webchat_conversation c on c.id = b.conversation_id
                where b.shop_id in (?, ?)\
                """)
                    .params(where.get(0).value(), where.get(1).value())
                    .query((row, _) -> row(row))
                    .list();
            rows.forEach(row -> {
                latest.put(row.seen().shop() * Step.BUYERS + row.seen().buyer(), row);
                known.put(row.id(), row);
            });
            return rows.stream()
                    .map(Row::seen)
                    .sorted((one, other) -> Integer.compare(
                            one.shop() * Step.BUYERS + one.buyer(), other.shop() * Step.BUYERS + other.buyer()))
                    .toList();
        }

        private Row row(ResultSet row) throws SQLException {
            return new Row(
                    new ConversationId(row.getLong("id")),
                    new Seen(
                            where.indexOf(new ShopId(row.getLong("shop_id"))),
                            Integer.parseInt(row.getString("external_id")),
                            row.getString("state"),
                            person(row, "owner_id"),
                            row.getBoolean("held"),
                            row.getInt("unread")));
        }

        private Optional<Integer> person(ResultSet row, String column) throws SQLException {
            var member = row.getLong(column);
            return row.wasNull() ? Optional.empty() : Optional.of(people.indexOf(new MemberId(member)));
        }
    }
}
