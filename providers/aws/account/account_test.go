package account

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/account"
	"github.com/aws/aws-sdk-go-v2/service/account/types"

	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
	"demarc/providers/inventory"
)

func TestContacts(t *testing.T) {
	var e awsfake.Estate
	awsfake.On(&e, func(awsfake.Call, *account.GetContactInformationInput) (*account.GetContactInformationOutput, error) {
		return &account.GetContactInformationOutput{ContactInformation: &types.ContactInformation{
			FullName: new("Larkspur"), AddressLine1: new("1 Meadow Lane"), City: new("Bonn"), PostalCode: new(" "), CountryCode: new("DE"), PhoneNumber: new("+49 228 1"),
		}}, nil
	})
	awsfake.On(&e, func(_ awsfake.Call, in *account.GetAlternateContactInput) (*account.GetAlternateContactOutput, error) {
		switch in.AlternateContactType {
		case types.AlternateContactTypeSecurity:
			return &account.GetAlternateContactOutput{AlternateContact: &types.AlternateContact{Name: new("Ann"), EmailAddress: new("Ann@Example.com"), PhoneNumber: new("+492281")}}, nil
		case types.AlternateContactTypeBilling:
			return nil, awsfake.Wrap(404, &types.ResourceNotFoundException{})
		}
		return nil, awsfake.Wrap(403, &types.AccessDeniedException{})
	})
	a := awstest.Rows(t, awstest.Collect(t, &e, AccountPrimary, AccountSecurity, AccountBilling, AccountOperations), Accounts)[0]
	primary, security := awstest.Value(t, a.Primary), awstest.Value(t, a.Security)
	if len(primary.Missing) != 1 || primary.Missing[0] != "PostalCode" {
		t.Errorf("the primary contact lacks %v", primary.Missing)
	}
	if !security.Set || security.Phone != primary.Phone || security.Email != digest(new("ann@example.com")) || security.Name == "Ann" {
		t.Errorf("the security contact is %+v", security)
	}
	if awstest.Value(t, a.Billing).Set {
		t.Error("a contact that does not exist is set")
	}
	if g, hidden := a.Operations.Gap(); !hidden || g.Reason != inventory.Denied || g.Action != "account:GetAlternateContact" {
		t.Errorf("a denied contact: %v", g)
	}
}
