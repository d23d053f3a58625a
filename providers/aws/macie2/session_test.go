package macie2

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/macie2"
	"github.com/aws/aws-sdk-go-v2/service/macie2/types"

	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
	"demarc/providers/inventory"
)

// "Macie is not enabled" and a denial have one code.
func TestSessions(t *testing.T) {
	var e awsfake.Estate
	awsfake.On(&e, func(c awsfake.Call, _ *macie2.GetMacieSessionInput) (*macie2.GetMacieSessionOutput, error) {
		switch c.Region {
		case "us-east-1":
			return &macie2.GetMacieSessionOutput{Status: types.MacieStatusEnabled}, nil
		case "eu-central-1":
			return nil, awsfake.Wrap(403, &types.AccessDeniedException{Message: new("Macie is not enabled.")})
		}
		return nil, awsfake.Wrap(403, &types.AccessDeniedException{Message: new("User: arn:aws:sts::111122223333:assumed-role/r/s is not authorized to perform: macie2:GetMacieSession because no identity-based policy allows the macie2:GetMacieSession action")})
	})
	awsfake.On(&e, func(awsfake.Call, *macie2.GetAdministratorAccountInput) (*macie2.GetAdministratorAccountOutput, error) {
		return &macie2.GetAdministratorAccountOutput{}, nil
	})
	awsfake.On(&e, func(awsfake.Call, *macie2.GetAutomatedDiscoveryConfigurationInput) (*macie2.GetAutomatedDiscoveryConfigurationOutput, error) {
		return &macie2.GetAutomatedDiscoveryConfigurationOutput{Status: types.AutomatedDiscoveryStatusDisabled}, nil
	})
	inv := awstest.Collect(t, &e, SessionDiscovery)
	for region, want := range map[string][2]int{"us-east-1": {1, 0}, "eu-central-1": {0, 0}, "ap-southeast-2": {0, 1}} {
		var gaps inventory.Gaps
		n := 0
		for m := range Sessions.In(inv, &gaps, region) {
			n++
			if awstest.Value(t, m.Discovery) {
				t.Error("discovery is off")
			}
		}
		if n != want[0] || len(gaps) != want[1] {
			t.Errorf("%s: %d sessions, gaps %v", region, n, gaps)
		}
	}
}

// A member may not ask for the configuration, and is told of itself.
func TestDiscoveryOfMember(t *testing.T) {
	var e awsfake.Estate
	awsfake.On(&e, func(awsfake.Call, *macie2.GetMacieSessionInput) (*macie2.GetMacieSessionOutput, error) {
		return &macie2.GetMacieSessionOutput{Status: types.MacieStatusEnabled}, nil
	})
	awsfake.On(&e, func(awsfake.Call, *macie2.GetAdministratorAccountInput) (*macie2.GetAdministratorAccountOutput, error) {
		return &macie2.GetAdministratorAccountOutput{Administrator: &types.Invitation{AccountId: new("999988887777"), RelationshipStatus: types.RelationshipStatusEnabled}}, nil
	})
	awsfake.On(&e, func(awsfake.Call, *macie2.ListAutomatedDiscoveryAccountsInput) (*macie2.ListAutomatedDiscoveryAccountsOutput, error) {
		return &macie2.ListAutomatedDiscoveryAccountsOutput{Items: []types.AutomatedDiscoveryAccount{{AccountId: new(awstest.Account), Status: types.AutomatedDiscoveryAccountStatusEnabled}}}, nil
	})
	for _, m := range awstest.Rows(t, awstest.Collect(t, &e, SessionDiscovery), Sessions) {
		if !awstest.Value(t, m.Discovery) {
			t.Errorf("%s: discovery is on", m.Region)
		}
	}
}
