package dev.fenliu.accounts.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.application.ListRoles;
import dev.fenliu.accounts.domain.Role;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/roles")
class RolesApi {
    private final ListRoles roles;

    RolesApi(ListRoles roles) {
        this.roles = roles;
    }

    @GetMapping
    Listing<RoleJson> list(
            Actor actor,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        var all = roles.list(actor).stream().map(RoleJson::of).toList();
        return Listing.of(all, RoleJson::id, cursor, limit);
    }

    record RoleJson(String id, String name, String description, boolean builtIn, List<String> permissions) {
        static RoleJson of(Role role) {
            return new RoleJson(
                    role.id().toString(),
                    role.name(),
                    role.description(),
                    role.builtIn(),
                    role.permissions().stream().sorted().map(Enum::name).toList());
        }
    }
}
