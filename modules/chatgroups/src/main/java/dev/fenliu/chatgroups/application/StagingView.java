package dev.fenliu.chatgroups.application;

import dev.fenliu.accounts.Member;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A shop's staging area as its groups' page shows it.
 *
 * @param oldestSince null when none waits
 * @param held how many are held for agents who have just gone
 * @param each how many everybody would get if all agents of the shop came together
 * @param alone what each agent who is away would get on coming online now
 */
public record StagingView(int conversations, @Nullable Instant oldestSince, int held, int each, List<Share> alone) {
    /** When neither waits nor is held anything. */
    public static final StagingView NOTHING = new StagingView(0, null, 0, 0, List.of());

    /** How many go to the main account when distribution turns off. */
    public int moving() {
        return conversations + held;
    }

    /** What one agent would get. */
    public record Share(Member member, int conversations) {}
}
