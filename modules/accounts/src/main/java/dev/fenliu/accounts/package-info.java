/**
 * Keeps enterprise accounts: members, their roles per shop, shops, sign-in, API tokens and the activity log.
 *
 * <p>Says {@link dev.fenliu.accounts.AccountEvent}; answers {@link dev.fenliu.accounts.Directory},
 * {@link dev.fenliu.accounts.Permissions}, {@link dev.fenliu.accounts.Versions} and {@link dev.fenliu.accounts.Seals};
 * hears every {@link dev.fenliu.accounts.Loggable} fact; asks {@link dev.fenliu.accounts.WorkFloor} who is at work, {@link dev.fenliu.accounts.OpenChats} what is open and
 * {@link dev.fenliu.accounts.Jobs} for time. The leftmost module: it depends on no other.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.fenliu.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
