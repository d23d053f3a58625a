package demo

import (
	"github.com/aws/aws-sdk-go-v2/service/macie2"
	"github.com/aws/aws-sdk-go-v2/service/macie2/types"

	"demarc/providers/aws/awsfake"
)

// Where Macie is on, and whether it looks for sensitive data by itself there.
var macie = map[place]types.AutomatedDiscoveryStatus{
	{Shop, virginia}:  types.AutomatedDiscoveryStatusDisabled,
	{Shop, frankfurt}: types.AutomatedDiscoveryStatusEnabled,
}

func macie2Answers(e *awsfake.Estate) {
	awsfake.On(e, func(c awsfake.Call, _ *macie2.GetMacieSessionInput) (*macie2.GetMacieSessionOutput, error) {
		if _, on := macie[at(c)]; !on {
			return nil, awsfake.Wrap(403, &types.AccessDeniedException{Message: new("Macie is not enabled.")})
		}
		return &macie2.GetMacieSessionOutput{Status: types.MacieStatusEnabled}, nil
	})
	awsfake.On(e, func(awsfake.Call, *macie2.GetAdministratorAccountInput) (*macie2.GetAdministratorAccountOutput, error) {
		return &macie2.GetAdministratorAccountOutput{}, nil
	})
	awsfake.On(e, func(c awsfake.Call, _ *macie2.GetAutomatedDiscoveryConfigurationInput) (*macie2.GetAutomatedDiscoveryConfigurationOutput, error) {
		return &macie2.GetAutomatedDiscoveryConfigurationOutput{Status: macie[at(c)]}, nil
	})
}
