package dev.fenliu.chatgroups.application;

import java.util.LinkedHashMap;
import java.util.Map;

/** What was and what is, of which the activity log wants only what differs. */
record Change(Map<String, String> before, Map<String, String> after) {
    Map<String, String> onlyIn(Map<String, String> side) {
        var different = new LinkedHashMap<>(side);
        different.keySet().removeIf(key -> before.getOrDefault(key, "").equals(after.getOrDefault(key, "")));
        return different;
    }
}
