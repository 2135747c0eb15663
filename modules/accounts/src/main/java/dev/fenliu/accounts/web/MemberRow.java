package dev.fenliu.accounts.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.fenliu.accounts.Presence;
import dev.fenliu.accounts.application.SeeMembers.Row;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A member in the list, in the reader's words. */
record MemberRow(
        String id,
        String name,
        String login,
        boolean main,
        boolean active,
        Presence presence,
        @Nullable Instant lastSeen,
        List<HeldRole> roles) {
    /**
     * A role and where it is held.
     *
     * @param shops empty for every shop
     */
    record HeldRole(String name, List<String> shops) {}

    static MemberRow of(Row row, RoleWords words, Locale language) {
        var member = row.card().member();
        return new MemberRow(
                member.id().toString(),
                member.name(),
                member.login(),
                member.main(),
                member.active(),
                row.presence(),
                row.lastSeen(),
                held(row, words, language));
    }

    private static List<HeldRole> held(Row row, RoleWords words, Locale language) {
        var byRole = row.card().roles().stream()
                .collect(groupingBy(it -> it.role(), LinkedHashMap::new, mapping(it -> it.shop(), toList())));
        return byRole.entrySet().stream()
                .map(it -> {
                    var everywhere = it.getValue().stream().anyMatch(Objects::isNull);
                    var shops = everywhere
                            ? List.<String>of()
                            : it.getValue().stream().map(shop -> shop.name()).toList();
                    return new HeldRole(words.name(it.getKey(), language), shops);
                })
                .toList();
    }
}
