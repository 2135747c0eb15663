package dev.fenliu.app;

import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** Takes the mails that the program sends, on any free port, and gives them to tests. */
@Component
public class PostOffice implements BeanPostProcessor, DisposableBean {
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    PostOffice() {
        server.start();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof JavaMailSenderImpl sender)
            sender.setPort(server.getSmtp().getPort());
        return bean;
    }

    @Override
    public void destroy() {
        server.stop();
    }

    /** The texts of the mails to that address, the oldest first, once there are as many. */
    public List<String> awaitMails(String to, int count) {
        await().atMost(Duration.ofSeconds(20)).until(() -> mails(to).size() >= count);
        return mails(to);
    }

    public List<String> mails(String to) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(it -> isTo(it, to))
                .map(PostOffice::text)
                .toList();
    }

    private static boolean isTo(Message mail, String address) {
        try {
            return mail.getAllRecipients()[0].toString().equals(address);
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String text(Message mail) {
        try {
            return String.valueOf(mail.getContent());
        } catch (MessagingException | java.io.IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
