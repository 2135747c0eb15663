package dev.fenliu.webchat.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Directory;
import dev.fenliu.accounts.Member;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.NotAllowed;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.accounts.UnknownMember;
import dev.fenliu.accounts.UnknownShop;
import dev.fenliu.chatgroups.GroupId;
import dev.fenliu.routing.UnknownTarget;
import dev.fenliu.webchat.MessageId;
import dev.fenliu.webchat.application.Acting;
import dev.fenliu.webchat.application.Target;
import dev.fenliu.webchat.domain.FieldIsEmpty;
import dev.fenliu.webchat.domain.UnknownMessage;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What programs call members, shops and groups: an id or, where it is unique, a name. */
@Component
class ApiNames {
    private static final Pattern ID = Pattern.compile("\\d{15,19}");

    private final Directory directory;

    ApiNames(Directory directory) {
        this.directory = directory;
    }

    /** A program acts in the name of a member; a signed-in member only in their own. */
    Acting acting(Actor actor, @Nullable String as) {
        if (actor.member() == null && (as == null || as.isBlank())) {
            throw new FieldIsEmpty("as");
        }
        if (as == null) {
            return Acting.self(actor);
        }
        var named = member(actor, "as", as);
        if (actor.member() != null && !actor.member().equals(named)) {
            throw new NotAllowed();
        }
        return new Acting(actor, named);
    }

    MemberId member(Actor actor, String field, String idOrLogin) {
        return directory
                .memberNamed(actor.enterprise(), idOrLogin)
                .map(Member::id)
                .orElseThrow(() -> new UnknownMember(field));
    }

    // What is an id already is not looked up: the use case finds out itself whether there is such a shop.
    ShopId shop(Actor actor, String idOrName) {
        return ID.matcher(idOrName).matches() ? ShopId.of(idOrName) : named(actor, idOrName);
    }

    private ShopId named(Actor actor, String idOrName) {
        return directory
                .shopNamed(actor.enterprise(), idOrName)
                .orElseThrow(UnknownShop::new)
                .id();
    }

    @Nullable
    MessageId message(String field, @Nullable String id) {
        try {
            return id == null ? null : MessageId.of(id);
        } catch (NumberFormatException noId) {
            throw new UnknownMessage(field);
        }
    }

    Target target(Actor actor, @Nullable String toMember, @Nullable String toGroup) {
        return new Target(
                toMember == null ? null : member(actor, "toMember", toMember), toGroup == null ? null : group(toGroup));
    }

    private static GroupId group(String id) {
        try {
            return GroupId.of(id);
        } catch (NumberFormatException noId) {
            throw new UnknownTarget("toGroup");
        }
    }
}
