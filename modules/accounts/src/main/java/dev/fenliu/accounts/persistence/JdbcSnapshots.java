package dev.fenliu.accounts.persistence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.fenliu.accounts.Enterprise;
import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.Ids;
import dev.fenliu.accounts.Member;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Permission;
import dev.fenliu.accounts.RoleId;
import dev.fenliu.accounts.Shop;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.accounts.domain.EnterpriseSnapshot;
import dev.fenliu.accounts.domain.Grant;
import dev.fenliu.accounts.domain.Region;
import dev.fenliu.accounts.domain.Role;
import dev.fenliu.accounts.domain.Snapshots;
import dev.fenliu.accounts.domain.UnknownEnterprise;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSnapshots implements Snapshots {
    private final JdbcClient jdbc;
    private final Ids ids;

    JdbcSnapshots(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    @Override
    public long version(EnterpriseId enterprise) {
        return jdbc.sql("select version from account_enterprise where id = ?")
                .param(enterprise.value())
                .query(Long.class)
                .optional()
                .orElseThrow(UnknownEnterprise::new);
    }

    @Override
    public long lock(EnterpriseId enterprise) {
        return jdbc.sql("select version from account_enterprise where id = ? for update")
                .param(enterprise.value())
                .query(Long.class)
                .optional()
                .orElseThrow(UnknownEnterprise::new);
    }

    // A new id, not the next number: the version of a transaction that was rolled back must never come again.
    @Override
    public void renew(EnterpriseId enterprise) {
        jdbc.sql("update account_enterprise set version = ? where id = ?")
                .params(ids.next(), enterprise.value())
                .update();
    }

    @Override
    public EnterpriseSnapshot read(EnterpriseId id) {
        var enterprise = jdbc.sql("select code, name, zone from account_enterprise where id = ?")
                .param(id.value())
                .query((row, _) -> new Enterprise(
                        id, row.getString("code"), row.getString("name"), ZoneId.of(row.getString("zone"))))
                .optional()
                .orElseThrow(UnknownEnterprise::new);
        return new EnterpriseSnapshot(
                enterprise, shops(id), members(enterprise), roles(id), grants(id), endedSessions(id), beginners(id));
    }

    @Override
    public Optional<EnterpriseId> ownerOf(ShopId shop) {
        return jdbc.sql("select /* of every enterprise */ enterprise_id from account_shop where id = ?")
                .param(shop.value())
                .query((row, _) -> new EnterpriseId(row.getLong("enterprise_id")))
                .optional();
    }

    private List<Shop> shops(EnterpriseId enterprise) {
        return jdbc.sql("""
            select id, name, region, status from account_shop
            where enterprise_id = ? order by created_at, id
            """)
                .param(enterprise.value())
                .query((row, _) -> new Shop(
                        new ShopId(row.getLong("id")),
                        enterprise,
                        row.getString("name"),
                        row.getString("region"),
                        row.getString("status").equals("AUTHORIZED"),
                        Region.valueOf(row.getString("region")).zone()))
                .list();
    }

    private List<Member> members(Enterprise enterprise) {
        return jdbc.sql("select id, login_id, name, main, status, created_at from account_member where enterprise_id ="
                        + " ?")
                .param(enterprise.id().value())
                .query((row, _) -> new Member(
                        new MemberId(row.getLong("id")),
                        enterprise.id(),
                        enterprise.code() + ":" + row.getString("login_id"),
                        row.getString("name"),
                        row.getBoolean("main"),
                        row.getString("status").equals("ACTIVE"),
                        Moments.read(row, "created_at")))
                .list();
    }

    private List<Role> roles(EnterpriseId enterprise) {
        var permissions = permissions(enterprise);
        return jdbc.sql("""
            select id, name, description, built_in from account_role
            where enterprise_id = ? order by created_at, id
            """)
                .param(enterprise.value())
                .query((row, _) -> {
                    var id = new RoleId(row.getLong("id"));
                    return new Role(
                            id,
                            row.getString("name"),
                            row.getString("description"),
                            row.getBoolean("built_in"),
                            permissions.getOrDefault(id, Set.of()));
                })
                .list();
    }

    private Map<RoleId, Set<Permission>> permissions(EnterpriseId enterprise) {
        record Row(RoleId role, Permission permission) {}
        return jdbc
                .sql("""
                    select p.role_id, p.permission from account_role_permission p
                    join account_role r on r.id = p.role_id
                    where r.enterprise_id = ?
                    """)
                .param(enterprise.value())
                .query((row, _) ->
                        new Row(new RoleId(row.getLong("role_id")), Permission.valueOf(row.getString("permission"))))
                .list()
                .stream()
                .collect(groupingBy(Row::role, mapping(Row::permission, toUnmodifiableSet())));
    }

    private Set<MemberId> beginners(EnterpriseId enterprise) {
        return jdbc
                .sql("select id from account_member where enterprise_id = ? and password_once")
                .param(enterprise.value())
                .query((row, _) -> new MemberId(row.getLong("id")))
                .list()
                .stream()
                .collect(toUnmodifiableSet());
    }

    private Set<Long> endedSessions(EnterpriseId enterprise) {
        return jdbc
                .sql("select id from account_session where enterprise_id = ? and ended_at is not null")
                .param(enterprise.value())
                .query(Long.class)
                .list()
                .stream()
                .collect(toUnmodifiableSet());
    }

    private Map<MemberId, List<Grant>> grants(EnterpriseId enterprise) {
        record Row(MemberId member, Grant grant) {}
        return jdbc
                .sql("""
                    select member_id, role_id, shop_id from account_grant
                    where enterprise_id = ? order by member_id, shop_id, role_id
                    """)
                .param(enterprise.value())
                .query((row, _) -> new Row(
                        new MemberId(row.getLong("member_id")),
                        new Grant(new RoleId(row.getLong("role_id")), Everywhere.read(row.getLong("shop_id")))))
                .list()
                .stream()
                .collect(groupingBy(Row::member, mapping(Row::grant, toList())));
    }
}
