package dev.fenliu.webchat;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.app.FreshEnterprises;
import dev.fenliu.app.FreshEnterprises.Fresh;
import dev.fenliu.chatgroups.ChatSource;
import dev.fenliu.chatgroups.GroupId;
import dev.fenliu.chatgroups.application.GroupWish;
import dev.fenliu.chatgroups.application.LastMember;
import dev.fenliu.chatgroups.application.ManageChatGroups;
import dev.fenliu.chatgroups.application.ManageDistribution;
import dev.fenliu.webchat.application.ReceiveMessages;
import dev.fenliu.webchat.domain.Card;
import dev.fenliu.webchat.domain.IncomingMessage;
import dev.fenliu.webchat.domain.Received;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A shop with distribution on, whose product chats go to Amy as soon as she sits at a desk. */
@Component("webchatWorkplace")
class Workplace {
    private final FreshEnterprises enterprises;
    private final ManageChatGroups groups;
    private final ManageDistribution distribution;
    private final ReceiveMessages messages;
    private final Clock clock;

    Workplace(
            FreshEnterprises enterprises,
            ManageChatGroups groups,
            ManageDistribution distribution,
            ReceiveMessages messages,
            Clock clock) {
        this.enterprises = enterprises;
        this.groups = groups;
        this.distribution = distribution;
        this.messages = messages;
        this.clock = clock;
    }

    record Opened(Fresh fresh, MemberId amy, MemberId ben) {
        String login(String member) {
            return fresh.code() + ":" + member;
        }

        String store() {
            return "/store/" + fresh.shop();
        }
    }

    Opened open() {
        var fresh = enterprises.open();
        var amy = enterprises.agent(fresh, "amy");
        var ben = enterprises.agent(fresh, "ben");
        groups.create(
                fresh.actor(),
                fresh.shop(),
                new GroupWish("售前客服", List.of(ChatSource.PRODUCT_PAGE), List.of(amy.toString())),
                clock.instant());
        distribution.change(
                fresh.actor(),
                fresh.shop(),
                new ManageDistribution.Wish(true, null, null, null),
                LastMember.TURN_OFF,
                clock.instant());
        return new Opened(fresh, amy, ben);
    }

    /** A group for order chats, so that those who sit in it get no product chat first. */
    GroupId group(Opened place, String name, MemberId... members) {
        return groups.create(
                        place.fresh().actor(),
                        place.fresh().shop(),
                        new GroupWish(
                                name,
                                List.of(ChatSource.ORDER_PAGE),
                                Arrays.stream(members).map(MemberId::toString).toList()),
                        clock.instant())
                .id();
    }

    Received write(Opened place, String buyer, String text) {
        return write(place, buyer, buyer, text, null);
    }

    Received write(Opened place, String buyer, @Nullable String name, String text, @Nullable Card card) {
        return messages.receive(
                place.fresh().enterprise(),
                place.fresh().shop(),
                new IncomingMessage(buyer, name, null, ChatSource.PRODUCT_PAGE, text, card),
                clock.instant());
    }
}
