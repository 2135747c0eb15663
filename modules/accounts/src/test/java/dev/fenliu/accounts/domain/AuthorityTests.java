package dev.fenliu.accounts.domain;

import static dev.fenliu.accounts.Permission.CHAT;
import static dev.fenliu.accounts.Permission.MANAGE_MEMBERS;
import static dev.fenliu.accounts.Permission.MANAGE_ROLES;
import static dev.fenliu.accounts.domain.AccountsFixtures.A;
import static dev.fenliu.accounts.domain.AccountsFixtures.B;
import static dev.fenliu.accounts.domain.AccountsFixtures.MAIN;
import static dev.fenliu.accounts.domain.AccountsFixtures.all;
import static dev.fenliu.accounts.domain.AccountsFixtures.allBut;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fenliu.accounts.Permission;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuthorityTests {
    private final AccountsFixtures acme = new AccountsFixtures();

    @ParameterizedTest
    @EnumSource
    void nobodyGivesWhatTheyDoNotHoldThere(Permission permission) {
        var role = acme.role(Set.of(permission));
        var lacking = acme.with(null, allBut(permission));
        var holding = acme.with(A, all());

        assertThat(acme.authority(lacking).mayGrant(new Grant(role.id(), A))).isFalse();
        assertThat(acme.authority(holding).mayGrant(new Grant(role.id(), A))).isTrue();
        assertThat(acme.authority(holding).mayGrant(new Grant(role.id(), B))).isFalse();
        assertThat(acme.authority(holding).mayGrant(new Grant(role.id(), null))).isFalse();
        assertThat(acme.authority(MAIN).mayGrant(new Grant(role.id(), null))).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void nobodyChangesSomebodyWhoHoldsMore(Permission permission) {
        var harmless = acme.role(Set.of());
        var above = acme.with(A, Set.of(permission));
        var manager = acme.with(null, allBut(permission));
        var equal = acme.with(null, all());

        assertThat(acme.authority(manager).mayEdit(above)).isFalse();
        assertThat(acme.authority(manager).mayChange(above, new Grant(harmless.id(), A)))
                .isFalse();
        assertThat(acme.authority(equal).mayEdit(above)).isTrue();
        assertThat(acme.authority(equal).mayChange(above, new Grant(harmless.id(), A)))
                .isTrue();
    }

    @Test
    void whoHoldsMoreElsewhereMayStillBeGivenARoleHere() {
        var chat = acme.role(Set.of(CHAT));
        var elsewhere = acme.with(B, all());
        var manager = acme.with(A, Set.of(MANAGE_MEMBERS, CHAT));

        assertThat(acme.authority(manager).mayChange(elsewhere, new Grant(chat.id(), A)))
                .isTrue();
        assertThat(acme.authority(manager).mayEdit(elsewhere)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void nobodyChangesThemselvesOrTheMainAccount(Permission permission) {
        var role = acme.role(Set.of(permission));
        var administrator = acme.with(null, all());
        var authority = acme.authority(administrator);

        assertThat(authority.mayEdit(administrator)).isFalse();
        assertThat(authority.mayChange(administrator, new Grant(role.id(), A))).isFalse();
        assertThat(authority.mayEdit(MAIN)).isFalse();
        assertThat(authority.mayChange(MAIN, new Grant(role.id(), A))).isFalse();
        assertThat(acme.authority(MAIN).mayEdit(MAIN)).isFalse();
        assertThat(new Authority(acme.snapshot(), null).mayEdit(MAIN)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aRoleIsMadeOnlyOfWhatItsMakerHoldsEverywhere(Permission permission) {
        var lacking = acme.with(null, allBut(permission));
        var inOneShop = acme.with(A, all());
        var everywhere = acme.with(null, all());

        assertThat(acme.authority(lacking).mayShape(Set.of(permission))).isFalse();
        assertThat(acme.authority(inOneShop).mayShape(Set.of(permission))).isFalse();
        assertThat(acme.authority(everywhere).mayShape(Set.of(permission))).isTrue();
        assertThat(acme.authority(MAIN).mayShape(Set.of(permission))).isTrue();
    }

    @Test
    void whoManagesNobodyChangesNobody() {
        var agent = acme.with(null, Set.of(CHAT, MANAGE_ROLES));
        var other = acme.with(null, Set.of(CHAT));

        assertThat(acme.authority(agent).mayEdit(other)).isFalse();
    }

    @Test
    void givingAndTakingAreBothAskedFor() {
        var role = acme.role(all());
        var boss = acme.with(A, all());
        var manager = acme.with(A, Set.of(MANAGE_MEMBERS));

        assertThatThrownBy(() -> GrantWish.changed(List.of(), boss, acme.authority(manager)))
                .isInstanceOf(MayNotGrant.class);
        assertThatThrownBy(() ->
                        GrantWish.granted(List.of(new GrantWish("賣場A", role.id().toString())), acme.authority(manager)))
                .isInstanceOf(MayNotGrant.class);
    }

    @Test
    void whatARoleGaveIsLostWithItUnlessAnotherGivesItToo() {
        var chatter = acme.with(A, Set.of(CHAT));
        var role = acme.snapshot().grantsOf(chatter).getFirst().role();

        var losing = acme.snapshot().losing(CHAT, acme.snapshot().without(role));

        assertThat(losing).containsOnlyKeys(chatter);
        assertThat(losing.get(chatter)).extracting(shop -> shop.id()).containsExactly(A);
    }
}
