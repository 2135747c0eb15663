package dev.fenliu.webchat.domain;

/**
 * How far a conversation goes, and up to where it is read. The buyer's messages are counted from 1, so that "unread" is a
 * subtraction.
 *
 * @param lastSeq the line number of the last line
 * @param buyerCount how many messages the buyer wrote
 * @param readCount up to which of them the owner has read
 * @param receiptSeq up to which line the buyer sees them as read; never goes back
 */
public record Marks(long lastSeq, int buyerCount, int readCount, long receiptSeq) {
    static final Marks NONE = new Marks(0, 0, 0, 0);

    public int unread() {
        return Math.max(0, buyerCount - readCount);
    }

    Marks buyerWrote() {
        return new Marks(lastSeq + 1, buyerCount + 1, readCount, receiptSeq);
    }

    Marks lineAdded() {
        return new Marks(lastSeq + 1, buyerCount, readCount, receiptSeq);
    }

    /** The owner has read the buyer's messages up to the given one, which the line with that number follows or is. */
    Marks readUpTo(int count, long seq) {
        return new Marks(lastSeq, buyerCount, Math.max(readCount, count), Math.max(receiptSeq, seq));
    }

    /** A new owner has not read the buyer's last message, whatever the owner before has. */
    Marks unreadAgain() {
        return new Marks(lastSeq, buyerCount, Math.clamp(buyerCount - 1L, 0, readCount), receiptSeq);
    }
}
