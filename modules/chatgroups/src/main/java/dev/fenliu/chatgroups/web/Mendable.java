package dev.fenliu.chatgroups.web;

import jakarta.servlet.http.HttpServletResponse;

/** The answer to a form that has to be mended: the form again, with what was typed. */
final class Mendable {
    private Mendable() {}

    static void answer(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        // The address of a form's target shows nothing when it is opened again.
        response.setHeader("HX-Push-Url", "false");
    }
}
