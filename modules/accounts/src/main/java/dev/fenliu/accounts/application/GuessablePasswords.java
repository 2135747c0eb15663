package dev.fenliu.accounts.application;

import com.nulabinc.zxcvbn.Zxcvbn;
import dev.fenliu.accounts.domain.Password;
import java.util.List;

/** Knows which passwords are tried first: the common ones, patterns of the keyboard, and what their owner is called. */
final class GuessablePasswords {
    private static final double FEWEST_GUESSES = 1e6;
    // Looking for patterns costs by the square of the length, and what is longer is not guessed.
    private static final int READ = 40;

    private final Zxcvbn zxcvbn = new Zxcvbn();

    boolean isGuessable(Password password, List<String> theirWords) {
        var read = password.value().substring(0, Math.min(READ, password.value().length()));
        return zxcvbn.measure(read, theirWords).getGuesses() < FEWEST_GUESSES;
    }
}
