package dev.fenliu.webchat.application;

import static java.util.stream.Collectors.toSet;

import dev.fenliu.accounts.Directory;
import dev.fenliu.accounts.Permission;
import dev.fenliu.accounts.Presence;
import dev.fenliu.accounts.WorkFloor;
import dev.fenliu.chatgroups.ChatGroups;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.UnknownConversation;
import dev.fenliu.webchat.domain.Conversations;
import java.util.ArrayList;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a conversation can go right now (rules 6); asked again when it goes. */
@Service
public class FindTargets {
    private final Conversations conversations;
    private final Access access;
    private final Directory directory;
    private final ChatGroups chatGroups;
    private final WorkFloor workFloor;

    FindTargets(
            Conversations conversations,
            Access access,
            Directory directory,
            ChatGroups chatGroups,
            WorkFloor workFloor) {
        this.conversations = conversations;
        this.access = access;
        this.directory = directory;
        this.chatGroups = chatGroups;
        this.workFloor = workFloor;
    }

    @Transactional(readOnly = true)
    public Targets of(Acting by, ConversationId id) {
        var conversation = conversations.find(by.enterprise(), id).orElseThrow(UnknownConversation::new);
        access.require(by.actor(), conversation);
        var shop = conversation.origin().shop();
        var floor = workFloor.of(by.enterprise());
        var owner = conversation.owner();
        var people = new ArrayList<Targets.Person>();
        for (var agent : directory.membersWith(by.enterprise(), Permission.CHAT, shop)) {
            var atWork = floor.get(agent.id());
            if (atWork != null
                    && atWork.presence() == Presence.ONLINE
                    && !agent.id().equals(owner)) {
                people.add(new Targets.Person(agent.id(), agent.name(), agent.main(), atWork.load()));
            }
        }
        var setup = chatGroups.setup(by.enterprise(), shop);
        // The main account counts as a member of a group only while its switch is on.
        var reachable = people.stream()
                .filter(agent -> setup.includeMain() || !agent.main())
                .map(Targets.Person::id)
                .filter(agent -> !agent.equals(by.member()))
                .collect(toSet());
        var groups = setup.groups().stream()
                .map(group -> new Targets.Group(group.id(), group.name(), (int)
                        group.members().stream().filter(reachable::contains).count()))
                .filter(group -> group.online() > 0)
                .toList();
        return new Targets(people, groups);
    }
}
