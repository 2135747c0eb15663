package dev.fenliu.chatgroups.persistence;

import static java.util.stream.Collectors.joining;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.chatgroups.ChatGroup;
import dev.fenliu.chatgroups.ChatSource;
import dev.fenliu.chatgroups.GroupId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes groups and their members. */
@Repository
class GroupRows {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    GroupRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void insert(EnterpriseId enterprise, ChatGroup group, Instant now) {
        jdbc.sql("""
                        insert into chatgroup_group (id, enterprise_id, shop_id, name, sources, created_at)
                        values (:id, :enterprise, :shop, :name, :sources, :createdAt)""")
                .param("id", group.id().value())
                .param("enterprise", enterprise.value())
                .param("shop", group.shop().value())
                .param("name", group.name())
                .param("sources", codes(group))
                .param("createdAt", LocalDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
        add(enterprise, group, group.members());
    }

    void update(EnterpriseId enterprise, ChatGroup before, ChatGroup after) {
        jdbc.sql("""
                        update chatgroup_group set name = :name, sources = :sources
                        where id = :id and enterprise_id = :enterprise""")
                .param("name", after.name())
                .param("sources", codes(after))
                .param("id", after.id().value())
                .param("enterprise", enterprise.value())
                .update();
        remove(enterprise, before, without(before.members(), after.members()));
        add(enterprise, after, without(after.members(), before.members()));
    }

    void delete(EnterpriseId enterprise, GroupId group) {
        jdbc.sql("delete from chatgroup_group where id = :id and enterprise_id = :enterprise")
                .param("id", group.value())
                .param("enterprise", enterprise.value())
                .update();
    }

    private void add(EnterpriseId enterprise, ChatGroup group, Set<MemberId> joining) {
        batches.batchUpdate("""
                insert into chatgroup_group_member (shop_id, member_id, group_id, enterprise_id)
                values (?, ?, ?, ?)""", joining, 500, (row, member) -> {
            row.setLong(1, group.shop().value());
            row.setLong(2, member.value());
            row.setLong(3, group.id().value());
            row.setLong(4, enterprise.value());
        });
    }

    private void remove(EnterpriseId enterprise, ChatGroup group, Set<MemberId> leaving) {
        batches.batchUpdate("""
                delete from chatgroup_group_member
                where shop_id = ? and member_id = ? and group_id = ? and enterprise_id = ?""", leaving, 500, (row, member) -> {
            row.setLong(1, group.shop().value());
            row.setLong(2, member.value());
            row.setLong(3, group.id().value());
            row.setLong(4, enterprise.value());
        });
    }

    private static Set<MemberId> without(Set<MemberId> members, Set<MemberId> others) {
        var rest = new LinkedHashSet<>(members);
        rest.removeAll(others);
        return rest;
    }

    private static String codes(ChatGroup group) {
        return group.sources().stream().map(ChatSource::name).collect(joining(","));
    }
}
