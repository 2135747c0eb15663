package dev.fenliu.webchat.application;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Directory;
import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Permission;
import dev.fenliu.accounts.Permissions;
import dev.fenliu.accounts.Presence;
import dev.fenliu.routing.Desks;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An agent comes to the desk (網頁版聊聊), stays connected, and chooses 在線 or 掛斷. */
@Service
public class SitAtDesk {
    private final Directory directory;
    private final Permissions permissions;
    private final Desks desks;
    private final WebchatSettings settings;

    SitAtDesk(Directory directory, Permissions permissions, Desks desks, WebchatSettings settings) {
        this.directory = directory;
        this.permissions = permissions;
        this.desks = desks;
        this.settings = settings;
    }

    /** Throws {@link MayNotChat}. */
    @Transactional(readOnly = true)
    public DeskFrame frame(Actor actor, Instant now) {
        requireChat(actor);
        var presence = desks.atWork(actor.enterprise(), actor.me(), now).presence();
        return new DeskFrame(presence, zone(actor), settings.patience());
    }

    /** Where the times on the agent's desk are told. */
    @Transactional(readOnly = true)
    public ZoneId zone(Actor actor) {
        return directory.enterprise(actor.enterprise()).zone();
    }

    /** One more desk of the agent is open. Throws {@link MayNotChat}. */
    @Transactional
    public Presence connect(Actor actor, Instant now) {
        requireChat(actor);
        desks.connected(actor.enterprise(), actor.me(), now);
        return desks.atWork(actor.enterprise(), actor.me(), now).presence();
    }

    /** Throws {@link MayNotChat}. */
    @Transactional
    public void choose(Actor actor, Presence presence, Instant now) {
        requireChat(actor);
        desks.choose(actor.enterprise(), actor.me(), presence, now);
    }

    /** Whether the agent may go on looking at the desk. */
    @Transactional(readOnly = true)
    public boolean mayStay(EnterpriseId enterprise, MemberId member) {
        return permissions.allowSomewhere(enterprise, member, Permission.CHAT);
    }

    private void requireChat(Actor actor) {
        if (!permissions.allowSomewhere(actor.enterprise(), actor.me(), Permission.CHAT)) {
            throw new MayNotChat();
        }
    }
}
