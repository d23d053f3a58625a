package entra

import (
	"fmt"
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/entra"
	"demarc/providers/inventory"
)

func assignment(id, role string, users inventory.Known[[]string]) *entra.RoleAssignment {
	return &entra.RoleAssignment{
		Resource: inventory.Resource{ID: id}, RoleID: inventory.Of(role), PrincipalID: inventory.Of("p"), Kind: inventory.Of("user"), Users: users,
	}
}

func TestGlobalAdministrators(t *testing.T) {
	have := func(n int, more ...inventory.Part) *inventory.Inventory {
		rows := []*entra.RoleAssignment{assignment("reader", "88d8e3e3-8f55-4a1e-953a-9b9898b8876b", list("x"))}
		for i := range n {
			rows = append(rows, assignment(fmt.Sprint("a", i), entra.GlobalAdministrator, list(fmt.Sprint("u", i))))
		}
		return tenant(func(*entra.Tenant) {}, append([]inventory.Part{inventory.Rows(entra.RoleAssignments, rows...)}, more...)...)
	}
	group := func(users ...string) inventory.Part {
		return inventory.Rows(entra.RoleAssignments, assignment("group", entra.GlobalAdministrator, list(users...)))
	}
	checktest.Run(t, GlobalAdministrators, []checktest.Case{
		{Name: "three", Have: have(3), Want: pass},
		{Name: "one", Have: have(1), Want: fail},
		{Name: "six", Have: have(6), Want: fail},
		{Name: "in a group", Have: have(1, group("u0", "g1", "g2", "g3", "g4")), Want: fail},
		{Name: "twice the same", Have: have(4, group("u0", "u1")), Want: pass},
		{Name: "members hidden", Have: have(3, inventory.Rows(entra.RoleAssignments, assignment("group", entra.GlobalAdministrator, dark[[]string]()))), Want: unknown},
		{Name: "listing hidden", Have: have(3, inventory.Unlisted(entra.RoleAssignments, "", checktest.Dark)), Want: unknown},
	})
}

func user(id string, guest, synced bool) *entra.User {
	return &entra.User{Resource: inventory.Resource{ID: id}, Guest: inventory.Of(guest), Synced: inventory.Of(synced), Enabled: inventory.Of(true)}
}

func TestHolders(t *testing.T) {
	for c, bad := range map[*checks.Check]*entra.User{GuestRoles: user("u", true, false), CloudOnlyAdmins: user("u", false, true)} {
		t.Run(c.ID, func(t *testing.T) {
			have := func(role string, u *entra.User) *inventory.Inventory {
				return inventory.Fixture(inventory.Rows(entra.RoleAssignments, assignment("a", role, list("u"))), inventory.Rows(entra.Users, u))
			}
			checktest.Run(t, c, []checktest.Case{
				{Name: "good", Have: have("role", user("u", false, false)), Want: pass},
				{Name: "bad", Have: have("role", bad), Want: fail, Severity: checks.High},
				{Name: "Global Administrator", Have: have(entra.GlobalAdministrator, bad), Want: fail, Severity: checks.Critical},
				{Name: "users hidden", Want: unknown, Have: inventory.Fixture(
					inventory.Rows(entra.RoleAssignments, assignment("a", "role", list("u"))), inventory.Unlisted(entra.Users, "", checktest.Dark))},
				{Name: "members hidden", Want: unknown, Have: inventory.Fixture(
					inventory.Rows(entra.RoleAssignments, assignment("a", "role", dark[[]string]())), inventory.Rows(entra.Users))},
			})
		})
	}
}
