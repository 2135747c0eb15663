package dev.fenliu.app.demo;

import dev.fenliu.accounts.Directory;
import dev.fenliu.accounts.application.OpenEnterprise;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;

/** Leads whoever only wants to look around to the first shop of the demo enterprise. */
@Controller
class DemoStore {
    private final OpenEnterprise enterprises;
    private final Directory directory;

    DemoStore(OpenEnterprise enterprises, Directory directory) {
        this.enterprises = enterprises;
        this.directory = directory;
    }

    @GetMapping("/store")
    String lead() {
        return enterprises.opened(DemoEnterprise.CODE).stream()
                .flatMap(demo -> directory.shops(demo).stream())
                .findFirst()
                .map(shop -> "redirect:/store/" + shop.id())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
