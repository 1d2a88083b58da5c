package io.onhand.portal.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.onhand.portal.login.Person;
import io.onhand.portal.login.Workspace;
import jakarta.inject.Inject;

/** What a person sees who has signed in but works for no tenant, or has no role. */
@Route(value = "welcome", autoLayout = false)
class ClosedDoor extends Div implements HasDynamicTitle {
    @Inject
    ClosedDoor(Workspace workspace) {
        addClassName("plain-page");
        Div card = new Div(Brand.mark());
        card.addClassName("card");
        String name = workspace.person().map(Person::name).orElse("");
        boolean noTenant = workspace.tenants().isEmpty();
        card.add(new H1(getTranslation(noTenant ? "door.no-tenant" : "door.no-role", name)));
        card.add(new Paragraph(getTranslation(noTenant ? "door.no-tenant.next" : "door.no-role.next")));
        Button leave = new Button(getTranslation("person.sign-out"), click -> getUI().ifPresent(
                        ui -> ui.getPage().setLocation("/logout")));
        leave.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        card.add(leave);
        add(card);
    }

    @Override
    public String getPageTitle() {
        return "Onhand";
    }
}
