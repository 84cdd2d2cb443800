package text

import "smartbank/bank/iso"

// Invalid says what is wrong with a value or a message of package iso, and what to do.
func (c *Catalog) Invalid(e *iso.InvalidError) Message {
	words := invalidEN
	if c.Lang == Korean {
		words = invalidKO
	}
	say, ok := words[e.Problem]
	if !ok {
		return c.Frame.Fault
	}
	return say(e)
}

// invalids says what each problem of package iso means.
type invalids map[iso.Problem]func(*iso.InvalidError) Message

// simply is a problem without facts.
func simply(problem, advice string) func(*iso.InvalidError) Message {
	return func(*iso.InvalidError) Message { return Message{problem, advice} }
}

// at is a place in words: " at character 7", or nothing.
func at(e *iso.InvalidError, before, after string) string {
	if e.At == 0 {
		return ""
	}
	return before + itoa(e.At) + after
}

// classEN and classKO are what a character should be.
var (
	classEN = named(map[string]string{"digit": "a digit", "letter": "a letter", "letter or digit": "a letter or a digit", "letters and digits": "letters and digits"})
	classKO = named(map[string]string{"digit": "숫자", "letter": "영문자", "letter or digit": "영문자나 숫자", "letters and digits": "영문자와 숫자"})
)

var invalidEN = invalids{
	iso.Missing: simply("something is missing here", "fill it in"),
	iso.TooLong: func(e *iso.InvalidError) Message {
		return Message{e.Got + " is too long: " + e.Want + " at most", "shorten it"}
	},
	iso.WrongLength: func(e *iso.InvalidError) Message {
		return Message{"it has " + e.Got + " characters and must have " + e.Want, "compare it with what the recipient gave you"}
	},
	iso.UnknownCountry: func(e *iso.InvalidError) Message {
		return Message{"no country " + quoted(e.Got) + " is known here", "the code is two letters of ISO 3166; not every country has IBANs"}
	},
	iso.OtherCountry: func(e *iso.InvalidError) Message {
		return Message{"it is of " + e.Got + " and not of " + e.Want, "check the country and the number"}
	},
	iso.WrongStructure: func(e *iso.InvalidError) Message {
		return Message{quoted(e.Got) + " does not belong" + at(e, " at character ", "") + ": " + classEN(e.Want) + " does", "compare it with what the recipient gave you"}
	},
	iso.BadCheckDigits: func(e *iso.InvalidError) Message {
		return Message{"check digits are 02 to 98, and these are " + e.Got, "compare it with what the recipient gave you"}
	},
	iso.BadChecksum: func(e *iso.InvalidError) Message {
		return Message{"the check digits " + e.Got + " do not fit: there is a slip somewhere", "compare it character by character"}
	},
	iso.BadCharacter: func(e *iso.InvalidError) Message {
		return Message{quoted(e.Got) + at(e, " at character ", "") + " cannot be sent", "possible: " + classEN(e.Want)}
	},
	iso.BadSlash: func(e *iso.InvalidError) Message {
		return Message{"a slash may not stand" + at(e, " at character ", "") + ": not first, not last, not twice", "leave it out"}
	},
	iso.NoLetters: func(e *iso.InvalidError) Message {
		return Message{"there is no " + e.Want + " in " + quoted(e.Got), "write it in Latin letters"}
	},
	iso.BadStart: func(e *iso.InvalidError) Message {
		return Message{"it may not start with " + quoted(e.Got), "start with a letter or a digit"}
	},
	iso.BadSpacing: func(e *iso.InvalidError) Message {
		return Message{"there is a space too many" + at(e, " at character ", ""), "leave it out"}
	},
	iso.UnknownCode: func(e *iso.InvalidError) Message {
		return Message{quoted(e.Got) + " is not possible", "possible: " + e.Want}
	},
	iso.BadDate: func(e *iso.InvalidError) Message { return Message{quoted(e.Got) + " is no date", "check the day"} },
	iso.UnknownCurrency: func(e *iso.InvalidError) Message {
		return Message{quoted(e.Got) + " is no currency for payments", "the code is three letters of ISO 4217"}
	},
	iso.OtherCurrency: func(e *iso.InvalidError) Message {
		return Message{"the currency must be " + e.Want, "choose that currency"}
	},
	iso.BadAmount: func(e *iso.InvalidError) Message {
		return Message{quoted(e.Got) + " is no amount", either(e.Want != "", "write it as "+e.Want, "it must be above zero")}
	},
	iso.TooManyDecimals: func(e *iso.InvalidError) Message {
		return Message{quoted(e.Got) + " has too many decimals", "this currency has " + e.Want}
	},
	iso.NotAllowed: func(e *iso.InvalidError) Message {
		return Message{"this may not be here, because of " + e.Want, "leave it out"}
	},
	iso.NeededBecause: func(e *iso.InvalidError) Message {
		return Message{"this is missing, and needed because of " + e.Want, "fill it in"}
	},
	iso.WrongOrder: simply("this may not stand here", "bring the parts into the order of the standard"),
	iso.Repeated:   simply("this is there twice", "leave one out"),
	iso.Malformed: func(e *iso.InvalidError) Message {
		return Message{"this is no such message" + either(e.Got != "", ": "+quoted(e.Got), ""), either(e.Want != "", "expected: "+e.Want, "check the file")}
	},
	iso.TooLarge: func(e *iso.InvalidError) Message {
		return Message{"it has " + e.Got + " bytes, and " + e.Want + " are the most", "check the file"}
	},
	iso.NotTogether: func(e *iso.InvalidError) Message {
		return Message{e.Got + " and " + e.Want + " exclude each other", "leave one out"}
	},
	iso.BadPhone: func(e *iso.InvalidError) Message {
		return Message{quoted(e.Got) + " is no telephone number with its country", "write it as " + e.Want}
	},
	iso.Unsayable: func(e *iso.InvalidError) Message {
		return Message{quoted(e.Got) + " cannot be said in both messages", "possible: " + e.Want}
	},
}

var invalidKO = invalids{
	iso.Missing: simply("값이 없습니다", "입력해 주세요"),
	iso.TooLong: func(e *iso.InvalidError) Message {
		return Message{"너무 깁니다(" + e.Got + "). 최대 " + e.Want + "입니다", "줄여 주세요"}
	},
	iso.WrongLength: func(e *iso.InvalidError) Message {
		return Message{e.Got + "자리입니다. " + e.Want + "자리여야 합니다", "받는 분이 알려 준 것과 비교해 주세요"}
	},
	iso.UnknownCountry: func(e *iso.InvalidError) Message {
		return Message{quoted(e.Got) + "는 여기서 쓸 수 있는 국가가 아닙니다", "국가 코드는 ISO 3166의 영문 두 자입니다. IBAN이 없는 국가도 있습니다"}
	},
	iso.OtherCountry: func(e *iso.InvalidError) Message {
		return Message{"국가가 다릅니다: " + e.Want + " 번호여야 하는데 " + e.Got + " 번호입니다", "국가와 번호를 확인해 주세요"}
	},
	iso.WrongStructure: func(e *iso.InvalidError) Message {
		return Message{at(e, "", "번째 자리는 ") + classKO(e.Want) + " 자리입니다: " + quoted(e.Got), "받는 분이 알려 준 것과 비교해 주세요"}
	},
	iso.BadCheckDigits: func(e *iso.InvalidError) Message {
		return Message{"검증번호는 02부터 98까지인데 " + e.Got + "입니다", "받는 분이 알려 준 것과 비교해 주세요"}
	},
	iso.BadChecksum: func(e *iso.InvalidError) Message {
		return Message{"검증번호(" + e.Got + ")가 맞지 않습니다. 잘못 적은 곳이 있습니다", "한 자씩 비교해 주세요"}
	},
	iso.BadCharacter: func(e *iso.InvalidError) Message {
		return Message{at(e, "", "번째 글자 ") + quoted(e.Got) + "는 보낼 수 없습니다", "쓸 수 있는 글자: " + classKO(e.Want)}
	},
	iso.BadSlash: func(e *iso.InvalidError) Message {
		return Message{at(e, "", "번째 자리에 ") + "빗금(/)을 쓸 수 없습니다. 처음과 끝, 두 번 이어서는 안 됩니다", "빼 주세요"}
	},
	iso.NoLetters: simply("글자가 없습니다", "영문으로 적어 주세요"),
	iso.BadStart: func(e *iso.InvalidError) Message {
		return Message{quoted(e.Got) + "로 시작할 수 없습니다", "영문자나 숫자로 시작해 주세요"}
	},
	iso.BadSpacing: func(e *iso.InvalidError) Message {
		return Message{at(e, "", "번째 자리에 ") + "빈칸이 더 있습니다", "빼 주세요"}
	},
	iso.UnknownCode: func(e *iso.InvalidError) Message {
		return Message{quoted(e.Got) + "는 쓸 수 없습니다", "쓸 수 있는 값: " + e.Want}
	},
	iso.BadDate: func(e *iso.InvalidError) Message {
		return Message{quoted(e.Got) + "는 날짜가 아닙니다", "날짜를 확인해 주세요"}
	},
	iso.UnknownCurrency: func(e *iso.InvalidError) Message {
		return Message{quoted(e.Got) + "는 보낼 수 있는 통화가 아닙니다", "통화 코드는 ISO 4217의 영문 세 자입니다"}
	},
	iso.OtherCurrency: func(e *iso.InvalidError) Message {
		return Message{"통화가 다릅니다: " + e.Want, "그 통화를 골라 주세요"}
	},
	iso.BadAmount: func(e *iso.InvalidError) Message {
		return Message{quoted(e.Got) + "는 금액이 아닙니다", either(e.Want != "", "이렇게 써 주세요: "+e.Want, "0보다 커야 합니다")}
	},
	iso.TooManyDecimals: func(e *iso.InvalidError) Message {
		return Message{quoted(e.Got) + "는 소수 자리가 너무 많습니다", "이 통화의 소수 자리: " + e.Want}
	},
	iso.NotAllowed: func(e *iso.InvalidError) Message {
		return Message{e.Want + " 때문에 여기에 쓸 수 없습니다", "빼 주세요"}
	},
	iso.NeededBecause: func(e *iso.InvalidError) Message {
		return Message{e.Want + " 때문에 필요한 값이 없습니다", "입력해 주세요"}
	},
	iso.WrongOrder: simply("순서가 맞지 않습니다", "표준의 순서대로 놓아 주세요"),
	iso.Repeated:   simply("같은 것이 두 번 있습니다", "하나를 빼 주세요"),
	iso.Malformed: func(e *iso.InvalidError) Message {
		return Message{"이런 전문이 아닙니다" + either(e.Got != "", ": "+quoted(e.Got), ""), either(e.Want != "", "있어야 할 것: "+e.Want, "파일을 확인해 주세요")}
	},
	iso.TooLarge: func(e *iso.InvalidError) Message {
		return Message{e.Got + "바이트입니다. 최대 " + e.Want + "바이트입니다", "파일을 확인해 주세요"}
	},
	iso.NotTogether: func(e *iso.InvalidError) Message {
		return Message{"함께 쓸 수 없습니다: " + e.Got + ", " + e.Want, "하나를 빼 주세요"}
	},
	iso.BadPhone: func(e *iso.InvalidError) Message {
		return Message{quoted(e.Got) + "는 국가번호가 있는 전화번호가 아닙니다", "이렇게 써 주세요: " + e.Want}
	},
	iso.Unsayable: func(e *iso.InvalidError) Message {
		return Message{quoted(e.Got) + "는 두 전문에 함께 담을 수 없습니다", "쓸 수 있는 값: " + e.Want}
	},
}
