package dev.fenliu.app.web;

import static java.util.stream.Collectors.joining;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.RoleId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.chatgroups.GroupId;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.webchat.BuyerId;
import dev.fenliu.webchat.MessageId;
import dev.fenliu.webhooks.DeliveryId;
import dev.fenliu.webhooks.HookId;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the description of the HTTP API says beside what the controllers say themselves. */
@Configuration(proxyBeanMethods = false)
class ApiDocumentation {
    private static final String TOKEN = "token";
    private static final String PROBLEM = "Problem";
    private static final List<Class<?>> IDS = List.of(
            EnterpriseId.class,
            MemberId.class,
            RoleId.class,
            ShopId.class,
            GroupId.class,
            ConversationId.class,
            MessageId.class,
            BuyerId.class,
            HookId.class,
            DeliveryId.class);

    static {
        var documentation = SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class);
        IDS.forEach(it -> documentation.replaceWithSchema(it, new StringSchema().example("912811057142039093")));
    }

    @Bean
    ModelResolver apiSchemas(ObjectMapperProvider mappers) {
        return new ModelResolver(mappers.jsonMapper(), new SchemaNames());
    }

    @Bean
    OpenAPI apiDescription() {
        return new OpenAPI()
                .info(new Info()
                        .title("Fenliu 分流")
                        .version("1")
                        .description("Ids are strings, times ISO 8601 in UTC, lists {items, next} with ?cursor= and"
                                + " ?limit=. Errors are problem documents (RFC 9457) with a code, and with the field"
                                + " that they are about."))
                .servers(List.of(new Server().url("/")))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer"))
                        .addSchemas(PROBLEM, problem()))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }

    @Bean
    OpenApiCustomizer apiOperations() {
        return api -> {
            api.getComponents().addSchemas(PROBLEM, problem());
            api.getPaths().values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .forEach(ApiDocumentation::describe);
        };
    }

    private static void describe(Operation operation) {
        var noun = noun(operation.getTags().getFirst());
        operation.setTags(List.of(noun));
        // Clients are generated from these: the same from build to build, not numbered as they are found.
        operation.setOperationId(operation.getOperationId().replaceFirst("_[0-9]+$", "") + noun.replace(" ", ""));
        operation
                .getResponses()
                .addApiResponse(
                        "default",
                        new ApiResponse()
                                .description("Refused")
                                .content(new Content()
                                        .addMediaType(
                                                "application/problem+json",
                                                new MediaType()
                                                        .schema(new Schema<>()
                                                                .$ref("#/components/schemas/" + PROBLEM)))));
    }

    /** From {@code buyer-messages-api}, as controllers are called, to {@code Buyer Messages}. */
    private static String noun(String tag) {
        return Arrays.stream(tag.replaceFirst("-(api|controller)$", "").split("-", -1))
                .map(it -> it.substring(0, 1).toUpperCase(Locale.ROOT) + it.substring(1))
                .collect(joining(" "));
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .addProperty("type", new StringSchema().example("urn:fenliu:problem:target-not-online"))
                .addProperty("title", new StringSchema().example("Conflict"))
                .addProperty("status", new Schema<Integer>().type("integer").example(409))
                .addProperty("detail", new StringSchema().description("a sentence for people"))
                .addProperty("instance", new StringSchema())
                .addProperty("code", new StringSchema().example("target-not-online"))
                .addProperty("field", new StringSchema().description("absent when it is about the whole"));
    }
}
