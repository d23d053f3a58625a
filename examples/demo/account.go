package demo

import (
	"github.com/aws/aws-sdk-go-v2/service/account"
	"github.com/aws/aws-sdk-go-v2/service/account/types"

	"demarc/providers/aws/awsfake"
)

// A contact is one of an account's alternate contacts.
type contact struct{ name, email, phone string }

var contacts = map[string]map[types.AlternateContactType]contact{
	Shop: {
		types.AlternateContactTypeSecurity:   {"Security", "security@larkspur.example", "+49 228 5550110"},
		types.AlternateContactTypeBilling:    {"Accounts payable", "payable@larkspur.example", "+49 228 5550120"},
		types.AlternateContactTypeOperations: {"Operations", "operations@larkspur.example", "+49 228 5550130"},
	},
	Lab: {
		types.AlternateContactTypeBilling:    {"Jonas", "jonas@larkspur.example", "+49 228 5550199"},
		types.AlternateContactTypeOperations: {"Jonas", "jonas@larkspur.example", "+49 228 5550199"},
	},
}

func accountAnswers(e *awsfake.Estate) {
	awsfake.On(e, func(awsfake.Call, *account.GetContactInformationInput) (*account.GetContactInformationOutput, error) {
		return &account.GetContactInformationOutput{ContactInformation: &types.ContactInformation{
			FullName: new("Larkspur Handels GmbH"), AddressLine1: new("Wiesenweg 1"), City: new("Bonn"), PostalCode: new("53111"), CountryCode: new("DE"), PhoneNumber: new("+49 228 5550100"),
		}}, nil
	})
	awsfake.On(e, func(c awsfake.Call, in *account.GetAlternateContactInput) (*account.GetAlternateContactOutput, error) {
		who, ok := contacts[c.Account][in.AlternateContactType]
		if !ok {
			return nil, awsfake.Wrap(404, &types.ResourceNotFoundException{})
		}
		return &account.GetAlternateContactOutput{AlternateContact: &types.AlternateContact{Name: &who.name, EmailAddress: &who.email, PhoneNumber: &who.phone}}, nil
	})
}
