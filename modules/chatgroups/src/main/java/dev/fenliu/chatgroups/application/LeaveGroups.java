package dev.fenliu.chatgroups.application;

import static java.util.stream.Collectors.toSet;
import static org.springframework.transaction.annotation.Propagation.MANDATORY;

import dev.fenliu.accounts.AccountEvent;
import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Directory;
import dev.fenliu.accounts.Member;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Permission;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.accounts.UnknownShop;
import dev.fenliu.chatgroups.domain.Setups;
import dev.fenliu.chatgroups.domain.ShopGroups;
import java.time.Instant;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Whoever may not answer in a shop any more leaves its groups (rules 7), in the transaction that took the right away. */
@Service
class LeaveGroups {
    private final Setups setups;
    private final Directory directory;
    private final SetupChanges changes;

    LeaveGroups(Setups setups, Directory directory, SetupChanges changes) {
        this.setups = setups;
        this.directory = directory;
        this.changes = changes;
    }

    @EventListener
    @Order(2)
    @Transactional(propagation = MANDATORY)
    public void on(AccountEvent.AccessChanging changing) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                leave(changing.actor(), changing.occurredAt());
            }
        });
    }

    private void leave(Actor actor, Instant now) {
        var main = directory.mainAccount(actor.enterprise()).id();
        for (var groups : setups.all(actor.enterprise(), main)) {
            var answering = answering(actor, groups.shop());
            if (hasOthers(groups, answering)) {
                var where = directory.shop(actor.enterprise(), groups.shop()).orElseThrow(UnknownShop::new);
                changes.carryOut(actor, where, LastMember.TURN_OFF, now, present -> present.keepOnly(answering));
            }
        }
    }

    private Set<MemberId> answering(Actor actor, ShopId shop) {
        return directory.membersWith(actor.enterprise(), Permission.CHAT, shop).stream()
                .map(Member::id)
                .collect(toSet());
    }

    private static boolean hasOthers(ShopGroups groups, Set<MemberId> answering) {
        return groups.groups().stream().anyMatch(group -> !answering.containsAll(group.members()));
    }
}
