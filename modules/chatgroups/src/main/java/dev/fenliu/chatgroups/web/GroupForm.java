package dev.fenliu.chatgroups.web;

import dev.fenliu.chatgroups.ChatSource;
import dev.fenliu.chatgroups.application.GroupCard;
import dev.fenliu.chatgroups.application.GroupPrint;
import dev.fenliu.chatgroups.application.GroupWish;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group as somebody fills it in.
 *
 * @param seen what the group looked like when it was opened; null for a new one
 * @param agreed whether somebody has agreed to distribution turning off
 */
record GroupForm(
        @Nullable String name,
        @Nullable List<String> sources,
        @Nullable List<String> members,
        @Nullable String seen,
        @Nullable Boolean agreed) {
    GroupForm {
        name = name == null ? "" : name;
        sources = sources == null ? List.of() : sources;
        members = members == null ? List.of() : members;
        agreed = Boolean.TRUE.equals(agreed);
    }

    static GroupForm of(GroupCard card) {
        var group = card.group();
        return new GroupForm(
                group.name(),
                group.sources().stream().map(ChatSource::name).toList(),
                card.seats().stream().map(it -> it.member().id().toString()).toList(),
                GroupPrint.of(group).value(),
                false);
    }

    GroupForm named(String other) {
        return new GroupForm(other, sources, members, seen, agreed);
    }

    /** The same answers, given after another look at the group. */
    GroupForm seenAs(GroupPrint print) {
        return new GroupForm(name, sources, members, print.value(), agreed);
    }

    GroupForm agreedTo() {
        return new GroupForm(name, sources, members, seen, true);
    }

    GroupWish wish() {
        return new GroupWish(
                name,
                Sources.coded(sources == null ? List.of() : sources),
                members,
                seen == null ? null : new GroupPrint(seen));
    }
}
