package dev.fenliu.app.web;

/**
 * The signed-in person as the top of a page shows them.
 *
 * @param chats whether they may open the webchat
 * @param manages whether they may open the chat groups
 * @param oversees whether they may look at the conversations of others
 */
public record Me(String name, String login, boolean chats, boolean manages, boolean oversees) {
    /** What stands in their face: the first character of the name, be it of two code units. */
    public String initial() {
        return name.isEmpty() ? "?" : name.substring(0, name.offsetByCodePoints(0, 1));
    }
}
