package dev.fenliu.routing.application;

import static org.springframework.transaction.annotation.Propagation.MANDATORY;

import dev.fenliu.accounts.AccountEvent;
import dev.fenliu.accounts.Directory;
import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Permission;
import dev.fenliu.accounts.Permissions;
import dev.fenliu.chatgroups.ChatGroupEvent;
import dev.fenliu.routing.AgentRequested;
import dev.fenliu.routing.Conversations;
import dev.fenliu.routing.LoadEased;
import dev.fenliu.routing.Trigger;
import dev.fenliu.routing.domain.Lanes;
import dev.fenliu.routing.domain.Loyalty;
import dev.fenliu.routing.domain.Request;
import dev.fenliu.routing.domain.Stagings;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Hears what needs a decision or makes one possible, writes it down, and wakes the lane. */
@Service
class RouteConversations {
    /** The lane is the first lock of a transaction, so whoever writes about the same fact comes later. */
    private static final int LANE_FIRST = 1;

    private final Stagings stagings;
    private final Lanes lanes;
    private final LaneRunner runner;
    private final Conversations conversations;
    private final Directory directory;
    private final Permissions permissions;
    private final Loyalty loyalty;

    RouteConversations(
            Stagings stagings,
            Lanes lanes,
            LaneRunner runner,
            Conversations conversations,
            Directory directory,
            Permissions permissions,
            Loyalty loyalty) {
        this.stagings = stagings;
        this.lanes = lanes;
        this.runner = runner;
        this.conversations = conversations;
        this.directory = directory;
        this.permissions = permissions;
        this.loyalty = loyalty;
    }

    @EventListener
    @Transactional(propagation = MANDATORY)
    public void on(AgentRequested asked) {
        stagings.ask(asked.enterprise(), List.of(request(asked)));
        runner.wakeAfterCommit(asked.enterprise());
    }

    @EventListener
    @Transactional(propagation = MANDATORY)
    public void on(LoadEased eased) {
        runner.wakeAfterCommit(eased.enterprise());
    }

    /** Whatever changes who may answer waits for a running batch, and gives the next one a reason. */
    @EventListener
    @Order(LANE_FIRST)
    @Transactional(propagation = MANDATORY)
    public void on(AccountEvent fact) {
        switch (fact) {
            case AccountEvent.AccessChanging changing -> {
                lanes.enter(changing.enterprise());
                beforeCommit(() -> takeFromWhoMayNotAnswer(changing.enterprise(), changing.occurredAt()));
                runner.wakeAfterCommit(changing.enterprise());
            }
            case AccountEvent.MemberCreated created -> {}
            case AccountEvent.MemberChanged changed -> {}
            case AccountEvent.RolesChanged changed -> {}
            case AccountEvent.PasswordReset reset -> {}
            case AccountEvent.SecondFactorRemoved removed -> {}
            case AccountEvent.MembersImported imported -> {}
            case AccountEvent.ShopCreated created -> {}
            case AccountEvent.ShopChanged changed -> {}
            case AccountEvent.LoggedOut loggedOut -> {}
            case AccountEvent.OwnAccountChanged changed -> {}
            case AccountEvent.SessionsEnded ended -> {}
            case AccountEvent.TokensChanged changed -> {}
            case AccountEvent.InvitationsChanged changed -> {}
        }
    }

    /** Only then it is known who has lost what, however many changes the transaction made. */
    private static void beforeCommit(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                work.run();
            }
        });
    }

    /** Rules 7: what somebody has open where they may not answer any more is routed again, read or unread. */
    private void takeFromWhoMayNotAnswer(EnterpriseId enterprise, Instant now) {
        conversations
                .owners(enterprise)
                .forEach((owner, shops) -> shops.stream()
                        .filter(shop -> !permissions.allow(enterprise, owner, Permission.CHAT, shop))
                        .forEach(shop -> stagings.ask(
                                enterprise,
                                conversations.openOf(enterprise, owner, shop).stream()
                                        .map(owned -> new Request.Rerouted(
                                                owned.conversation(),
                                                owned.shop(),
                                                owned.source(),
                                                now,
                                                loyalToOther(owner, owned.lastHandler(), owned.lastTalkedAt(), now),
                                                owner,
                                                Trigger.ACCESS_LOST))
                                        .toList())));
    }

    @EventListener
    @Order(LANE_FIRST)
    @Transactional(propagation = MANDATORY)
    public void on(ChatGroupEvent fact) {
        switch (fact) {
            case ChatGroupEvent.SetupChanging changing -> lanes.enter(changing.enterprise());
            case ChatGroupEvent.DistributionTurnedOn on -> {
                releaseMainAccount(on);
                runner.wakeAfterCommit(on.enterprise());
            }
            case ChatGroupEvent.DistributionTurnedOff off -> runner.wakeAfterCommit(off.enterprise());
            case ChatGroupEvent.SettingsChanged changed -> runner.wakeAfterCommit(changed.enterprise());
            case ChatGroupEvent.GroupCreated created -> runner.wakeAfterCommit(created.enterprise());
            case ChatGroupEvent.GroupChanged changed -> runner.wakeAfterCommit(changed.enterprise());
            case ChatGroupEvent.GroupDeleted deleted -> runner.wakeAfterCommit(deleted.enterprise());
            case ChatGroupEvent.RepliesChanged changed -> {}
        }
    }

    /** Rules 7: the main account's unread conversations go through the staging area; read ones stay. */
    private void releaseMainAccount(ChatGroupEvent.DistributionTurnedOn on) {
        var main = directory.mainAccount(on.enterprise()).id();
        var requests = conversations.unreadOf(on.enterprise(), main, on.shop()).stream()
                .map(unread -> new Request.Rerouted(
                        unread.conversation(),
                        unread.shop(),
                        unread.source(),
                        on.occurredAt(),
                        loyalToOther(main, unread.lastHandler(), unread.lastTalkedAt(), on.occurredAt()),
                        main,
                        Trigger.DISTRIBUTION_CHANGED))
                .toList();
        stagings.ask(on.enterprise(), requests);
    }

    /** What is taken from somebody is loyal to its last handler only if that is somebody else. */
    private @Nullable MemberId loyalToOther(
            MemberId owner, @Nullable MemberId lastHandler, Instant lastTalkedAt, Instant now) {
        var loyalTo = loyalTo(lastHandler, lastTalkedAt, now);
        return owner.equals(loyalTo) ? null : loyalTo;
    }

    private Request request(AgentRequested asked) {
        var loyalTo = loyalTo(asked.lastHandler(), asked.lastTalkedAt(), asked.occurredAt());
        var owner = asked.owner();
        return owner == null
                ? new Request.NewConversation(
                        asked.conversation(), asked.shop(), asked.source(), asked.occurredAt(), loyalTo)
                : new Request.OwnerGone(
                        asked.conversation(), asked.shop(), asked.source(), asked.occurredAt(), loyalTo, owner);
    }

    private @Nullable MemberId loyalTo(@Nullable MemberId lastHandler, @Nullable Instant lastTalkedAt, Instant now) {
        return lastHandler != null && lastTalkedAt != null && loyalty.covers(lastTalkedAt, now) ? lastHandler : null;
    }
}
