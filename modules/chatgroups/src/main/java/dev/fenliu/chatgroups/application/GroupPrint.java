package dev.fenliu.chatgroups.application;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.chatgroups.ChatGroup;
import java.util.UUID;

/** What a group looked like to whoever opened it, so that nobody overwrites unseen what somebody else did meanwhile. */
public record GroupPrint(String value) {
    public static GroupPrint of(ChatGroup group) {
        var members = group.members().stream().map(MemberId::toString).sorted().collect(joining(","));
        var sources = group.sources().stream().map(Enum::name).sorted().collect(joining(","));
        var text = String.join("\n", group.name(), sources, members);
        return new GroupPrint(UUID.nameUUIDFromBytes(text.getBytes(UTF_8)).toString());
    }
}
