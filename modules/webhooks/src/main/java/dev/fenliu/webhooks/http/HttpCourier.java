package dev.fenliu.webhooks.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.fenliu.webhooks.domain.Courier;
import dev.fenliu.webhooks.domain.Outcome;
import dev.fenliu.webhooks.domain.Parcel;
import dev.fenliu.webhooks.domain.Receiver;
import dev.fenliu.webhooks.domain.Trouble;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Instant;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.http.client.FilteredHostException;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpComponentsHttpClientBuilder;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.http.client.InetAddressFilter;
import org.springframework.stereotype.Component;

/**
 * Posts deliveries. Whoever adds a webhook chooses where this program connects to, so the address that the host's name
 * leads to is looked at as the connection is made, no answer leads elsewhere, and nothing of it but its status is read.
 */
@Component
class HttpCourier implements Courier, DisposableBean {
    // A receiver gets no more at once than one load; how many receivers there are is no limit of the client's.
    private static final int CONNECTIONS_EACH = 40;
    private static final int CONNECTIONS = 10_000;

    private final CloseableHttpClient http;

    HttpCourier(SendingSettings settings) {
        this.http = new HttpComponentsHttpClientBuilder()
                // Nothing on its own account: not a second attempt, and nothing remembered from one receiver to
                // another.
                .withCustomizer(it -> it.disableAutomaticRetries()
                        .disableCookieManagement()
                        .disableAuthCaching()
                        .disableContentCompression()
                        .setUserAgent("Fenliu-Webhooks"))
                .withConnectionManagerCustomizer(
                        it -> it.setMaxConnPerRoute(CONNECTIONS_EACH).setMaxConnTotal(CONNECTIONS))
                .build(HttpClientSettings.defaults()
                        .withRedirects(HttpRedirects.DONT_FOLLOW)
                        .withTimeouts(settings.connectTimeout(), settings.readTimeout())
                        .withInetAddressFilter(
                                settings.allowPrivate()
                                        ? InetAddressFilter.all()
                                        : InetAddressFilter.externalAddresses()));
    }

    @Override
    public Outcome bring(Receiver receiver, Parcel parcel, Instant now) {
        var post = post(receiver, parcel, now);
        try {
            var answer = http.executeOpen(null, post, null);
            // Closing would read the body to its end, and a stranger's need not have one.
            if (answer.getEntity() == null) answer.close();
            else post.abort();
            return Outcome.answered(answer.getCode());
        } catch (FilteredHostException refused) {
            return Outcome.unanswered(Trouble.ADDRESS_REFUSED);
        } catch (SocketTimeoutException late) {
            return Outcome.unanswered(Trouble.TOO_SLOW);
        } catch (IOException failure) {
            return Outcome.unanswered(Trouble.UNREACHABLE);
        }
    }

    private static HttpPost post(Receiver receiver, Parcel parcel, Instant now) {
        var id = parcel.id().toString();
        var post = new HttpPost(receiver.address().uri());
        post.setHeader("webhook-id", id);
        post.setHeader("webhook-timestamp", Long.toString(now.getEpochSecond()));
        post.setHeader("webhook-signature", Signature.of(receiver.secret(), id, now, parcel.body()));
        post.setEntity(new ByteArrayEntity(parcel.body().getBytes(UTF_8), ContentType.APPLICATION_JSON));
        return post;
    }

    @Override
    public void destroy() throws IOException {
        http.close();
    }
}
