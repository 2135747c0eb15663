package dev.fenliu.chatgroups.application;

import dev.fenliu.accounts.Member;
import java.time.Instant;
import java.util.List;

/**
 * A shop's staging area as its groups' page shows it.
 *
 * @param each how many everybody would get if all agents of the shop came together
 * @param alone what each agent who is away would get on coming online now
 */
public record StagingView(int conversations, Instant oldestSince, int each, List<Share> alone) {
    /** What one agent would get. */
    public record Share(Member member, int conversations) {}
}
