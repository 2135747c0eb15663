package dev.fenliu.app.database;

import dev.fenliu.FenliuApplication;
import org.springframework.boot.SpringApplication;

/** The program itself, which says where it listens. */
final class TalkingProgram {
    static final String LISTENING = "listening on port ";

    private TalkingProgram() {}

    public static void main(String[] arguments) {
        var context = SpringApplication.run(FenliuApplication.class, arguments);
        System.out.println(LISTENING + context.getEnvironment().getRequiredProperty("local.server.port"));
    }
}
