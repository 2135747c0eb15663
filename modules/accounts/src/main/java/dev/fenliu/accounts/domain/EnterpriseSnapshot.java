package dev.fenliu.accounts.domain;

import static java.util.Comparator.comparing;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.fenliu.accounts.Enterprise;
import dev.fenliu.accounts.Member;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Permission;
import dev.fenliu.accounts.RoleId;
import dev.fenliu.accounts.Shop;
import dev.fenliu.accounts.ShopId;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Everything that decides who may do what in one enterprise account, as it was at one version of it. */
public final class EnterpriseSnapshot {
    private final Enterprise enterprise;
    private final List<Shop> shops;
    private final List<Member> members;
    private final List<Role> roles;
    private final Map<ShopId, Shop> shopById;
    private final Map<MemberId, Member> memberById;
    private final Map<RoleId, Role> roleById;
    private final Map<MemberId, List<Grant>> grants;
    private final Map<MemberId, Map<Permission, Reach>> reach = new HashMap<>();
    // Each batch and each board asks for all shops: told once for this version.
    private final Map<Right, List<Member>> holders = new ConcurrentHashMap<>();
    private final Member main;
    private final Set<Long> endedSessions;
    private final Set<MemberId> beginners;

    /**
     * @param shops in the order of their creation
     * @param members any order, exactly one main account among them
     * @param roles in the order of their creation
     * @param endedSessions sign-ins that were ended before their time
     * @param beginners members who have to choose a password of their own first
     */
    public EnterpriseSnapshot(
            Enterprise enterprise,
            List<Shop> shops,
            List<Member> members,
            List<Role> roles,
            Map<MemberId, List<Grant>> grants,
            Set<Long> endedSessions,
            Set<MemberId> beginners) {
        this.enterprise = enterprise;
        this.shops = List.copyOf(shops);
        this.members = members.stream()
                .sorted(comparing(Member::createdAt)
                        .thenComparing(member -> member.id().value(), Long::compareUnsigned))
                .toList();
        this.roles = List.copyOf(roles);
        this.shopById = shops.stream().collect(toUnmodifiableMap(Shop::id, identity()));
        this.memberById = members.stream().collect(toUnmodifiableMap(Member::id, identity()));
        this.roleById = roles.stream().collect(toUnmodifiableMap(Role::id, identity()));
        this.grants = Map.copyOf(grants);
        this.endedSessions = Set.copyOf(endedSessions);
        this.beginners = Set.copyOf(beginners);
        this.main = members.stream().filter(Member::main).findAny().orElseThrow();
        grants.forEach((member, held) -> reach.put(member, reachOf(held)));
    }

    public Enterprise enterprise() {
        return enterprise;
    }

    public List<Shop> shops() {
        return shops;
    }

    public List<Member> members() {
        return members;
    }

    public List<Role> roles() {
        return roles;
    }

    public Member mainAccount() {
        return main;
    }

    public Optional<Shop> shop(ShopId shop) {
        return Optional.ofNullable(shopById.get(shop));
    }

    public Optional<Member> member(MemberId member) {
        return Optional.ofNullable(memberById.get(member));
    }

    public Optional<Role> role(RoleId role) {
        return Optional.ofNullable(roleById.get(role));
    }

    /** Whether their password was given by somebody else: they can do nothing before they have chosen their own. */
    public boolean isBeginner(MemberId member) {
        return beginners.contains(member);
    }

    public boolean hasEnded(long session) {
        return endedSessions.contains(session);
    }

    public Optional<Shop> shopNamed(String idOrName) {
        return id(idOrName)
                .flatMap(id -> shop(new ShopId(id)))
                .or(() -> shops.stream()
                        .filter(it -> it.name().equalsIgnoreCase(idOrName))
                        .findFirst());
    }

    public Optional<Role> roleNamed(String idOrName) {
        return id(idOrName)
                .flatMap(id -> role(new RoleId(id)))
                .or(() -> roleCalled(idOrName))
                .or(() -> BuiltInRole.ALL.stream()
                        .filter(it -> it.isCalled(idOrName))
                        .findFirst()
                        .flatMap(it -> roleCalled(it.name())));
    }

    private Optional<Role> roleCalled(String name) {
        return roles.stream().filter(it -> it.name().equalsIgnoreCase(name)).findFirst();
    }

    public Optional<Member> memberNamed(String idOrLogin) {
        var login = idOrLogin.indexOf(':') < 0 ? enterprise.code() + ":" + idOrLogin : idOrLogin;
        return id(idOrLogin)
                .flatMap(id -> member(new MemberId(id)))
                .or(() -> members.stream()
                        .filter(it -> it.login().equalsIgnoreCase(login))
                        .findFirst());
    }

    public List<Grant> grantsOf(MemberId member) {
        return grants.getOrDefault(member, List.of());
    }

    public boolean allows(MemberId who, Permission what, ShopId where) {
        return shopById.containsKey(where) && reach(who, what).covers(where);
    }

    public boolean allowsSomewhere(MemberId who, Permission what) {
        var reach = reach(who, what);
        return reach.everywhere() || shopById.keySet().stream().anyMatch(reach::covers);
    }

    /** Whether the member holds the permission in every shop, also those to come. */
    public boolean allowsEverywhere(MemberId who, Permission what) {
        return reach(who, what).everywhere();
    }

    /** What the member may do in one shop or another. */
    public Set<Permission> permissionsOf(MemberId who) {
        return Arrays.stream(Permission.values())
                .filter(it -> allowsSomewhere(who, it))
                .collect(toUnmodifiableSet());
    }

    /** The shops in which the member has a role, whatever it allows. */
    public List<Shop> shopsOf(MemberId who) {
        var held = grantsOf(who);
        return shops.stream()
                .filter(shop -> who.equals(main.id())
                        || held.stream()
                                .anyMatch(it -> it.everywhere() || shop.id().equals(it.shop())))
                .toList();
    }

    public List<Shop> shopsAllowing(MemberId who, Permission what) {
        var reach = reach(who, what);
        return shops.stream().filter(shop -> reach.covers(shop.id())).toList();
    }

    public List<Member> membersWith(Permission what, ShopId where) {
        return shopById.containsKey(where)
                ? holders.computeIfAbsent(new Right(what, where), this::holding)
                : holding(new Right(what, where));
    }

    private List<Member> holding(Right right) {
        return members.stream()
                .filter(it -> allows(it.id(), right.what(), right.where()))
                .toList();
    }

    private record Right(Permission what, ShopId where) {}

    /** Who holds the role, and where, in the order of the members' creation. */
    public List<Holder> holdersOf(RoleId role) {
        return members.stream()
                .map(member -> new Holder(
                        member,
                        grantsOf(member.id()).stream()
                                .filter(it -> it.role().equals(role))
                                .toList()))
                .filter(it -> !it.grants().isEmpty())
                .toList();
    }

    /** A member who holds a role in some shops or in all. */
    public record Holder(Member member, List<Grant> grants) {}

    /** Where each member would hold the permission no more if things were like that. Members who lose nothing are absent. */
    public Map<MemberId, List<Shop>> losing(Permission what, EnterpriseSnapshot then) {
        var losses = new LinkedHashMap<MemberId, List<Shop>>();
        for (var member : members) {
            var lost = shopsAllowing(member.id(), what).stream()
                    .filter(shop -> !then.allows(member.id(), what, shop.id()))
                    .toList();
            if (!lost.isEmpty()) losses.put(member.id(), lost);
        }
        return losses;
    }

    /** As it would be with the member like that. */
    public EnterpriseSnapshot with(Member changed, List<Grant> held) {
        var others = members.stream().filter(it -> !it.id().equals(changed.id()));
        var now = new HashMap<>(grants);
        now.put(changed.id(), List.copyOf(held));
        return new EnterpriseSnapshot(
                enterprise,
                shops,
                Stream.concat(others, Stream.of(changed)).toList(),
                roles,
                now,
                endedSessions,
                beginners);
    }

    /** As it would be with the role like that. */
    public EnterpriseSnapshot with(Role changed) {
        var now = roles.stream()
                .map(it -> it.id().equals(changed.id()) ? changed : it)
                .toList();
        return new EnterpriseSnapshot(enterprise, shops, members, now, grants, endedSessions, beginners);
    }

    /** As it would be without the role. */
    public EnterpriseSnapshot without(RoleId gone) {
        var left = roles.stream().filter(it -> !it.id().equals(gone)).toList();
        var now = new HashMap<MemberId, List<Grant>>();
        grants.forEach((member, held) -> now.put(
                member, held.stream().filter(it -> !it.role().equals(gone)).toList()));
        return new EnterpriseSnapshot(enterprise, shops, members, left, now, endedSessions, beginners);
    }

    Reach reach(MemberId who, Permission what) {
        var member = memberById.get(who);
        if (member == null || !member.active()) return Reach.NOWHERE;
        if (member.main()) return Reach.EVERYWHERE;
        return grantedReach(who, what);
    }

    /** By the roles alone, of disabled members too. */
    Reach grantedReach(MemberId who, Permission what) {
        return reach.getOrDefault(who, Map.of()).getOrDefault(what, Reach.NOWHERE);
    }

    private Map<Permission, Reach> reachOf(Collection<Grant> held) {
        var result = new EnumMap<Permission, Reach>(Permission.class);
        for (var grant : held) {
            for (var permission : role(grant.role()).orElseThrow().permissions()) {
                result.put(
                        permission,
                        result.getOrDefault(permission, Reach.NOWHERE).with(grant));
            }
        }
        return result;
    }

    private static Optional<Long> id(String text) {
        try {
            return Optional.of(Long.parseUnsignedLong(text));
        } catch (NumberFormatException name) {
            return Optional.empty();
        }
    }
}
