package io.onhand.launcher;

/** The last words of a start: where things are and what to try. */
final class Welcome {
    private Welcome() {}

    static void say(Ports ports, Console console) {
        console.say("");
        console.say("  Portal            " + ports.publicUrl() + "/");
        console.say("  Partner API       " + ports.publicUrl() + "/api/v1   (description: " + ports.publicUrl()
                + "/api/openapi)");
        console.say("  People (console)  " + ports.keycloakUrl() + "/admin/onhand/console/");
        console.say("  Sandbox shops     " + ports.sandboxUrl() + "/admin/state");
        console.say("  Mail              .onhand/mail/ (invitations and the like stay on this machine)");
        console.say("");
        console.say("  Bluehan Co. (KR)  minji / minji (operator, admin), viewer1 / viewer1 (reads)");
        console.say("  Aozora K.K. (JP)  haruto / haruto (operator, admin)");
        console.say("");
        console.say("  Try:  curl -s -H \"Authorization: Bearer $(./onhand token demo-partner)\" '" + ports.publicUrl()
                + "/api/v1/availability?sku=MUG-BLK'");
        console.say("        ./onhand demo");
    }
}
