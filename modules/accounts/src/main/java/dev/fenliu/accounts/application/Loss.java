package dev.fenliu.accounts.application;

import dev.fenliu.accounts.Member;
import dev.fenliu.accounts.Permission;
import dev.fenliu.accounts.Shop;
import java.util.List;

/**
 * What a change would take from a member.
 *
 * @param conversations how many they own where they could not answer any more: those are routed again
 */
public record Loss(Member member, List<Right> rights, int conversations) {
    /** A permission, and the shops in which it would be held no more. */
    public record Right(Permission permission, List<Shop> shops) {}

    static int conversations(List<Loss> losses) {
        return losses.stream().mapToInt(Loss::conversations).sum();
    }
}
