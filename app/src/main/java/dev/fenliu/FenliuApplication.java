package dev.fenliu;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the program. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class FenliuApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(FenliuApplication.class, arguments);
    }
}
