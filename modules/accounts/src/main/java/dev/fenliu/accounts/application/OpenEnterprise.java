package dev.fenliu.accounts.application;

import dev.fenliu.accounts.AccountEvent.MemberCreated;
import dev.fenliu.accounts.Activity;
import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Enterprise;
import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.Ids;
import dev.fenliu.accounts.Member;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.RoleId;
import dev.fenliu.accounts.domain.BuiltInRole;
import dev.fenliu.accounts.domain.EnterpriseCode;
import dev.fenliu.accounts.domain.Enterprises;
import dev.fenliu.accounts.domain.LoginId;
import dev.fenliu.accounts.domain.Members;
import dev.fenliu.accounts.domain.Members.Contact;
import dev.fenliu.accounts.domain.Members.Secret;
import dev.fenliu.accounts.domain.Password;
import dev.fenliu.accounts.domain.Roles;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens an enterprise account with its main account and the built-in roles. */
@Service
public class OpenEnterprise {
    private final Enterprises enterprises;
    private final Roles roles;
    private final Members members;
    private final Passwords passwords;
    private final Ids ids;
    private final ApplicationEventPublisher events;

    OpenEnterprise(
            Enterprises enterprises,
            Roles roles,
            Members members,
            Passwords passwords,
            Ids ids,
            ApplicationEventPublisher events) {
        this.enterprises = enterprises;
        this.roles = roles;
        this.members = members;
        this.passwords = passwords;
        this.ids = ids;
        this.events = events;
    }

    /** The enterprise that has the code already. */
    @Transactional(readOnly = true)
    public Optional<EnterpriseId> opened(String code) {
        return enterprises.coded(new EnterpriseCode(code));
    }

    @Transactional
    public Enterprise open(Opening wish, Instant now) {
        var hash = passwords.hash(new Password(wish.mainPassword()));
        var code = new EnterpriseCode(wish.code());
        var enterprise = new Enterprise(new EnterpriseId(ids.next()), code.value(), wish.name(), wish.zone());
        var main = new Member(
                new MemberId(ids.next()), enterprise.id(), code + ":" + LoginId.MAIN, wish.mainName(), true, true, now);

        enterprises.add(enterprise, now);
        members.add(main, LoginId.MAIN, Contact.NONE, new Secret(hash, false), List.of());
        for (var role : BuiltInRole.ALL) {
            roles.add(enterprise.id(), role.as(new RoleId(ids.next())), now);
        }
        events.publishEvent(new MemberCreated(enterprise.id(), main.id(), opened(main), now));
        return enterprise;
    }

    private static Activity opened(Member main) {
        var actor = new Actor(main.enterprise(), main.id(), main.name(), "");
        return new Activity(
                actor,
                "enterprise-opened",
                main.login(),
                null,
                Map.of(),
                Map.of("name", main.name()),
                main.createdAt());
    }

    /** What a new enterprise account is to be called, and who owns it. */
    public record Opening(String code, String name, ZoneId zone, String mainName, String mainPassword) {
        @Override
        public String toString() {
            return code;
        }
    }
}
