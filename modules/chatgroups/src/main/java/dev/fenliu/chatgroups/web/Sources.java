package dev.fenliu.chatgroups.web;

import dev.fenliu.chatgroups.ChatSource;
import dev.fenliu.chatgroups.domain.UnknownSource;
import java.util.List;

/** Chat sources as they come from outside: codes. */
final class Sources {
    private Sources() {}

    static List<ChatSource> coded(List<String> codes) {
        return codes.stream()
                .map(code -> ChatSource.coded(code).orElseThrow(() -> new UnknownSource(code)))
                .toList();
    }
}
