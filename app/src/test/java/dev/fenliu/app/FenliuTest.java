package dev.fenliu.app;

import dev.fenliu.app.database.FreshDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test on the whole program: one context for all of them, on a random port, on its own database, with the time machine.
 * The demo enterprise is there, and {@link #TOKEN} is its API token. What a test makes stays: it brings its own shops and
 * members, or its own enterprise, and looks only at those.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ActiveProfiles("test")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = FreshDatabase.class)
@AutoConfigureRestTestClient
public @interface FenliuTest {
    String TOKEN = "test-token-of-the-demo-enterprise";
}
