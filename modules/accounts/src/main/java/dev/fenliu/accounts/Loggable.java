package dev.fenliu.accounts;

/** A fact that belongs into the activity log (活動紀錄): written in the transaction of the fact itself. */
public interface Loggable {
    Activity activity();
}
