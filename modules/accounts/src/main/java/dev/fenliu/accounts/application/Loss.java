package dev.fenliu.accounts.application;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import dev.fenliu.accounts.Member;
import dev.fenliu.accounts.Permission;
import dev.fenliu.accounts.Shop;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a change would take from a member.
 *
 * @param conversations how many they own where they could not answer any more: those are routed again
 */
public record Loss(Member member, List<Right> rights, int conversations) {
    /** A permission, and the shops in which it would be held no more. */
    public record Right(Permission permission, List<Shop> shops) {}

    /** Which rights of whom: whoever agrees to this has not agreed to anything else. */
    public static String print(List<Loss> losses) {
        var text = losses.stream().flatMap(Loss::said).sorted().collect(joining("\n"));
        return UUID.nameUUIDFromBytes(text.getBytes(UTF_8)).toString();
    }

    private Stream<String> said() {
        return rights.stream()
                .flatMap(right ->
                        right.shops().stream().map(shop -> member.id() + " " + right.permission() + " " + shop.id()));
    }

    static int conversations(List<Loss> losses) {
        return losses.stream().mapToInt(Loss::conversations).sum();
    }
}
