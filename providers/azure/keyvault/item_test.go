package keyvault

import (
	"testing"

	"demarc/providers/azure/azuretest"
	"demarc/providers/inventory"
)

func TestItems(t *testing.T) {
	key := func(name, properties string) string {
		return `{"id":"` + vaults + `V/keys/` + name + `","name":"` + name + `","type":"Microsoft.KeyVault/vaults/keys","tags":{"team":"shop"},"properties":` + properties + `}`
	}
	get := func(kind, name, properties string) string {
		return `,"` + vaults + `V/` + kind + `/` + name + `":{"properties":` + properties + `}`
	}
	const on = `{"attributes":{"enabled":true}}`
	inv := azuretest.Collect(t, `{"rows":[`+row("V", `{}`)+`],
		"get":{"`+vaults+`V/keys":{"value":[`+key("Good", `{"attributes":{"enabled":true,"exp":1800000000}}`)+`,`+key("bare", `{}`)+`,`+key("told", on)+`,`+key("cert", on)+`,`+key("barred", on)+`,`+key("gone", on)+`]},
			"`+vaults+`V/secrets":{"value":[{"id":"`+vaults+`V/secrets/s","name":"s","properties":{"contentType":"text/plain","attributes":{"enabled":false}}}]}
			`+get("keys", "good", `{"rotationPolicy":{"lifetimeActions":[{"trigger":{"timeAfterCreate":"P90D"},"action":{"type":"Rotate"}}]}}`)+`
			`+get("keys", "bare", `{}`)+get("keys", "told", `{"rotationPolicy":{"lifetimeActions":[{"action":{"type":"notify"}}]}}`)+get("secrets", "told", `{"contentType":"password"}`)+`
			`+get("keys", "cert", `{}`)+get("secrets", "cert", `{"contentType":"application/x-pkcs12"}`)+get("keys", "barred", `{}`)+`},
		"refused":{"`+vaults+`V/secrets/bare":"404 SecretNotFound","`+vaults+`V/secrets/barred":"403 AuthorizationFailed"}}`, KeyRotation, Secrets)
	keys := listed(t, inv, Keys, 5)
	good, bare := keys["V/Good"], keys["V/bare"]
	if good.Enabled != inventory.Of(true) || good.Expires != inventory.Of[int64](1800000000) || good.Name != "Good" || good.Region != "westeurope" {
		t.Errorf("%+v", good)
	}
	if known(bare.Enabled) || known(bare.Expires) || keys["V/told"].Expires != inventory.Of[int64](0) {
		t.Errorf("%+v", bare)
	}
	if v, ok := Vaults.ByID(inv, good.Region, good.VaultID).Peek(); !ok || v == nil {
		t.Errorf("the key's vault is %v", v)
	}
	for name, want := range map[string]string{"Good": "rotate", "told": "notify"} {
		if r, ok := keys["V/"+name].Rotation.Peek(); !ok || len(r.Actions) != 1 || r.Actions[0] != want || r.Certificate {
			t.Errorf("%s: %+v", name, r)
		}
	}
	if r, ok := bare.Rotation.Peek(); !ok || len(r.Actions) != 0 || r.Certificate {
		t.Errorf("%+v", bare.Rotation)
	}
	if r, _ := keys["V/cert"].Rotation.Peek(); !r.Certificate {
		t.Error("a certificate's key is not told from others")
	}
	if g, hidden := keys["V/barred"].Rotation.Gap(); !hidden || g.Reason != inventory.Denied {
		t.Errorf("%v", g)
	}
	if inv.Gone() != 1 {
		t.Errorf("%d gone", inv.Gone())
	}
	if s := listed(t, inv, Secrets, 1)["V/s"]; s.Enabled != inventory.Of(false) || s.Expires != inventory.Of[int64](0) {
		t.Errorf("%+v", s)
	}
}
