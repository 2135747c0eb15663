package dev.fenliu.webhooks.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.fenliu.webhooks.domain.Courier;
import dev.fenliu.webhooks.domain.Outcome;
import dev.fenliu.webhooks.domain.Parcel;
import dev.fenliu.webhooks.domain.Receiver;
import dev.fenliu.webhooks.domain.Trouble;
import java.net.SocketTimeoutException;
import java.time.Instant;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.FilteredHostException;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.http.client.InetAddressFilter;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/**
 * Posts deliveries. Whoever adds a webhook chooses where this program connects to, so the address that the host's name
 * leads to is looked at as the connection is made, and no answer leads elsewhere.
 */
@Component
class HttpCourier implements Courier {
    // A receiver gets no more at once than one load; how many receivers there are is no limit of the client's.
    private static final int CONNECTIONS_EACH = 40;
    private static final int CONNECTIONS = 10_000;

    private final RestClient http;

    HttpCourier(SendingSettings settings) {
        this.http = RestClient.builder()
                .requestFactory(client(settings))
                .defaultHeader("User-Agent", "Fenliu-Webhooks")
                .build();
    }

    private static ClientHttpRequestFactory client(SendingSettings settings) {
        return ClientHttpRequestFactoryBuilder.httpComponents()
                // Nothing on its own account: not a second attempt, and nothing remembered from one receiver to
                // another.
                .withHttpClientCustomizer(it -> it.disableAutomaticRetries()
                        .disableCookieManagement()
                        .disableAuthCaching()
                        .disableContentCompression())
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
        var id = parcel.id().toString();
        try {
            return http.post()
                    .uri(receiver.address().uri())
                    .contentType(MediaType.APPLICATION_JSON)
                    .header("webhook-id", id)
                    .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
                    .header("webhook-signature", Signature.of(receiver.secret(), id, now, parcel.body()))
                    .body(parcel.body().getBytes(UTF_8))
                    .exchangeForRequiredValue((_, response) ->
                            Outcome.answered(response.getStatusCode().value()));
        } catch (FilteredHostException refused) {
            return Outcome.unanswered(Trouble.ADDRESS_REFUSED);
        } catch (ResourceAccessException failure) {
            return Outcome.unanswered(
                    failure.getCause() instanceof SocketTimeoutException ? Trouble.TOO_SLOW : Trouble.UNREACHABLE);
        }
    }
}
